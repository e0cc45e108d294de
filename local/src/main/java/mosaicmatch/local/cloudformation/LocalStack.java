package mosaicmatch.local.cloudformation;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What CloudFormation would tell of the local system, were it a stack.
 *
 * @param name the stack's name
 * @param createdAt since when it is there
 * @param parameters values by parameter
 * @param outputs values by output
 */
public record LocalStack(
    String name, Instant createdAt, Map<String, String> parameters, Map<String, String> outputs) {

  /** Keeps sorted copies. */
  public LocalStack {
    parameters = new TreeMap<>(parameters);
    outputs = new TreeMap<>(outputs);
  }

  String id() {
    return "arn:aws:cloudformation:us-east-1:000000000000:stack/"
        + name
        + "/00000000-0000-0000-0000-000000000000";
  }
}

package mosaicmatch.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function as the template deploys it.
 *
 * @param logicalId its name in the template, such as {@code OpenCycleFunction}
 * @param name the same without its ending {@code Function}: what it is called on one machine
 * @param handler the handler's class, as the runtime is given it
 * @param codeUri what is deployed, relative to the template
 * @param memoryMegabytes its memory, 128 to 10,240
 * @param timeout how long a call may take, 1 second to 15 minutes
 * @param environment its variables; what is global is in it
 * @param statements what its role allows
 * @param snapStart whether versions of it start from a snapshot
 */
public record TemplateFunction(
    String logicalId,
    String name,
    String handler,
    Path codeUri,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment,
    List<PolicyStatement> statements,
    boolean snapStart) {

  /** Keeps copies. */
  public TemplateFunction {
    environment = Map.copyOf(environment);
    statements = List.copyOf(statements);
  }
}

package mosaicmatch.local.template;

import java.util.List;

/**
 * A statement of a function's policy that allows something.
 *
 * @param actions the actions, such as {@code dynamodb:GetItem}; {@code *} and {@code ?} are
 *     wildcards
 * @param resources the ARNs, with the same wildcards
 */
public record PolicyStatement(List<String> actions, List<String> resources) {

  /** Keeps copies. */
  public PolicyStatement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}

package mosaicmatch.local.template;

import java.util.List;

/**
 * What a function's role allows. Conditions of the statement are not kept.
 *
 * @param actions what may be done, such as {@code dynamodb:GetItem}
 * @param resources on what: ARNs, which may hold {@code *}
 */
public record PolicyStatement(List<String> actions, List<String> resources) {

  /** Keeps copies. */
  public PolicyStatement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}

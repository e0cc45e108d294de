package aslengine.definition;

import java.util.List;

/** How a state meets errors: retriers and catchers in the order they are tried. */
public record Recovery(List<Retrier> retriers, List<Catcher> catchers) {
  /** Neither retries nor catches anything. */
  public static final Recovery NONE = new Recovery(List.of(), List.of());
}

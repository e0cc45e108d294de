package mosaicmatch.local.template;

import java.util.List;
import java.util.Map;

/** The template's conditions. */
final class Conditions {

  private final Map<String, Part> byName;
  private final Evaluation evaluation;

  Conditions(Map<String, Part> byName, Evaluation evaluation) {
    this.byName = byName;
    this.evaluation = evaluation;
  }

  /**
   * Whether a condition holds.
   *
   * @param at where it is named, for the error
   * @throws BadTemplateException if there is none of that name, or a function in it is not known
   */
  boolean holds(Part at, String name) {
    var condition = byName.get(name);
    if (condition == null) {
      throw at.wrong("names condition " + name + ", which the template does not have");
    }
    return holds(condition);
  }

  private boolean holds(Part part) {
    var call =
        Evaluation.Call.in(part)
            .orElseGet(
                () ->
                    part.find("Condition")
                        .map(name -> new Evaluation.Call("Condition", name))
                        .orElseThrow(() -> part.wrong("is no condition")));
    return switch (call.function()) {
      case "Equals" -> allEqual(evaluation.texts(call.argument()));
      case "Not" -> call.argument().items().stream().noneMatch(this::holds);
      case "And" -> call.argument().items().stream().allMatch(this::holds);
      case "Or" -> call.argument().items().stream().anyMatch(this::holds);
      case "Condition" -> holds(part, call.argument().text());
      default ->
          throw part.wrong("uses !" + call.function() + ", which is no condition known here");
    };
  }

  private static boolean allEqual(List<String> texts) {
    return texts.stream().distinct().count() <= 1;
  }

  /** The branch of an {@code !If} that counts. */
  Part choose(Part argument) {
    var items = argument.items();
    if (items.size() != 3) {
      throw argument.wrong("must hold a condition and two values");
    }
    return items.get(holds(argument, items.getFirst().text()) ? 1 : 2);
  }
}

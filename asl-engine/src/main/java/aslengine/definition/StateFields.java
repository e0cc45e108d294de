package aslengine.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields a state of each type may have and must have. */
final class StateFields {
  private static final Set<String> COMMON = Set.of("Type", "Comment", "QueryLanguage");

  private static final Map<String, Set<String>> OWN =
      Map.of(
          "Pass", Set.of("Next", "End", "Output", "Assign"),
          "Task",
              Set.of(
                  "Next",
                  "End",
                  "Output",
                  "Assign",
                  "Resource",
                  "Arguments",
                  "Credentials",
                  "TimeoutSeconds",
                  "HeartbeatSeconds",
                  "Retry",
                  "Catch"),
          "Choice", Set.of("Choices", "Default", "Output", "Assign"),
          "Wait", Set.of("Next", "End", "Output", "Assign", "Seconds", "Timestamp"),
          "Succeed", Set.of("Output"),
          "Fail", Set.of("Error", "Cause"),
          "Parallel",
              Set.of("Next", "End", "Output", "Assign", "Arguments", "Branches", "Retry", "Catch"),
          "Map",
              Set.of(
                  "Next",
                  "End",
                  "Output",
                  "Assign",
                  "Items",
                  "ItemSelector",
                  "ItemReader",
                  "ItemBatcher",
                  "ItemProcessor",
                  "ResultWriter",
                  "MaxConcurrency",
                  "ToleratedFailureCount",
                  "ToleratedFailurePercentage",
                  "Label",
                  "Retry",
                  "Catch"));

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "Task", List.of("Resource"),
          "Choice", List.of("Choices"),
          "Parallel", List.of("Branches"),
          "Map", List.of("ItemProcessor"));

  private static final Set<String> DISTRIBUTED_ONLY =
      Set.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

  /** Fields of JSONPath states that carry literals only, so that they need no evaluator. */
  private static final Map<String, Set<String>> LITERAL =
      Map.of(
          "Pass", Set.of("Result"),
          "Task", Set.of("Parameters"),
          "Map", Set.of("Iterator"));

  private static final Set<String> JSONATA_ONLY = Set.of("Arguments", "Output", "Items");

  private StateFields() {}

  static boolean isType(String type) {
    return OWN.containsKey(type);
  }

  static Set<String> types() {
    return OWN.keySet();
  }

  static Set<String> allowed(String type, QueryLanguage language) {
    Set<String> own = OWN.getOrDefault(type, Set.of());
    if (language == QueryLanguage.JSONATA) {
      return union(own, COMMON);
    }
    Set<String> literal = LITERAL.getOrDefault(type, Set.of());
    return union(
        union(literal, COMMON),
        own.stream().filter(f -> !JSONATA_ONLY.contains(f)).collect(Collectors.toSet()));
  }

  static List<String> required(String type) {
    return REQUIRED.getOrDefault(type, List.of());
  }

  static Set<String> distributedOnly() {
    return DISTRIBUTED_ONLY;
  }

  static boolean hasTransition(String type) {
    return OWN.getOrDefault(type, Set.of()).contains("Next");
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    return Stream.concat(left.stream(), right.stream()).collect(Collectors.toSet());
  }
}

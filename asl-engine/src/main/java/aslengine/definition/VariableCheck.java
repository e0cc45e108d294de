package aslengine.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the names of variables: an inner scope must not assign a name of an outer one. */
final class VariableCheck {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

  private final Findings findings;

  VariableCheck(Findings findings) {
    this.findings = findings;
  }

  /** Checks the names that these states assign; answers all names visible to their inner scopes. */
  Set<String> check(JsonNode states, String path, Set<String> outer) {
    Set<String> own = new HashSet<>();
    states
        .properties()
        .forEach(e -> checkState(e.getValue(), path + "/States/" + e.getKey(), outer, own));
    return Stream.concat(outer.stream(), own.stream()).collect(Collectors.toSet());
  }

  private void checkState(JsonNode state, String path, Set<String> outer, Set<String> own) {
    checkAssign(state.path("Assign"), path + "/Assign", outer, own);
    checkList(state.path("Choices"), path + "/Choices", outer, own);
    checkList(state.path("Catch"), path + "/Catch", outer, own);
  }

  private void checkList(JsonNode list, String path, Set<String> outer, Set<String> own) {
    for (int i = 0; i < list.size(); i++) {
      checkAssign(list.path(i).path("Assign"), path + "[" + i + "]/Assign", outer, own);
    }
  }

  private void checkAssign(JsonNode assign, String path, Set<String> outer, Set<String> own) {
    if (!assign.isMissingNode() && !assign.isObject()) {
      findings.schema(path, "Expected value of type Object");
    }
    assign
        .fieldNames()
        .forEachRemaining(
            name -> {
              checkName(name, path, outer);
              own.add(name);
            });
  }

  private void checkName(String name, String path, Set<String> outer) {
    String location = path + "/" + name;
    if (name.equals("states")) {
      findings.schema(location, "The variable name 'states' is reserved");
    } else if (!name.endsWith(".$") && !NAME.matcher(name).matches()) {
      findings.schema(location, "'" + name + "' is not a valid variable name");
    } else if (outer.contains(name)) {
      findings.schema(
          location, "The variable name '" + name + "' was already defined in a parent scope");
    }
  }
}

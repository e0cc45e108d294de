package aslengine.query;

import com.dashjoin.jsonata.Jsonata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A parsed expression, and what it may ask for, so that nothing else has to be prepared. */
final class CompiledExpression {
  private static final Pattern VARIABLE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
  private static final Pattern STATES_FIELD = Pattern.compile("\\$states\\s*\\.\\s*`?(\\w+)`?");
  private static final Pattern STATES = Pattern.compile("\\$states\\b");
  private static final Set<String> ALL_FIELDS = Set.of("input", "result", "errorOutput", "context");
  private static final long LONGEST_MILLIS = 10_000;
  private static final int DEEPEST = 1_000;

  private final Jsonata expression;
  private final Set<String> variables;
  private final Set<String> statesFields;

  CompiledExpression(String text) {
    expression = Jsonata.jsonata(text);
    expression.setOutputConvertNulls(false);
    expression.setValidateInput(false);
    variables =
        VARIABLE
            .matcher(text)
            .results()
            .map(m -> m.group(1))
            .filter(name -> !name.equals("states"))
            .collect(Collectors.toSet());
    statesFields = statesFields(text);
  }

  private static Set<String> statesFields(String text) {
    long mentions = STATES.matcher(text).results().count();
    Set<MatchResult> fields = STATES_FIELD.matcher(text).results().collect(Collectors.toSet());
    return fields.size() < mentions
        ? ALL_FIELDS
        : fields.stream().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  /** The value, or nothing when the expression is undefined. */
  Optional<Object> evaluate(Scope scope, JsonataFunctions functions, JavaValues values) {
    Jsonata.Frame frame = expression.createFrame();
    frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
    functions.bind(frame, variables);
    for (String name : variables) {
      scope.variables().find(name).ifPresent(v -> frame.bind(name, values.toJava(v)));
    }
    if (!statesFields.isEmpty()) {
      frame.bind("states", (Object) states(scope, values));
    }
    return Optional.ofNullable(expression.evaluate(null, frame));
  }

  private Map<String, Object> states(Scope scope, JavaValues values) {
    Map<String, Object> states = new LinkedHashMap<>();
    if (statesFields.contains("input")) {
      states.put("input", values.toJavaOnce(scope.input()));
    }
    if (statesFields.contains("result")) {
      scope.result().ifPresent(r -> states.put("result", values.toJava(r)));
    }
    if (statesFields.contains("errorOutput")) {
      scope.errorOutput().ifPresent(e -> states.put("errorOutput", values.toJava(e)));
    }
    if (statesFields.contains("context")) {
      states.put("context", values.toJava(scope.context().get()));
    }
    return states;
  }
}

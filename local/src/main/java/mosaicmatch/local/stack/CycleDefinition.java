package mosaicmatch.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The deployed state machine's definition with its placeholders filled in for one machine. */
final class CycleDefinition {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

  private CycleDefinition() {}

  /**
   * The definition as text.
   *
   * @param limits what the placeholders that name no function stand for
   * @throws IllegalStateException if a placeholder stands for nothing
   */
  static String text(Map<String, String> limits) {
    var values = new TreeMap<>(limits);
    CycleFunction.inStateMachine()
        .forEach(function -> values.put(function.logicalId(), function.arn()));
    return PLACEHOLDER
        .matcher(template())
        .replaceAll(found -> Matcher.quoteReplacement(value(values, found.group(1))));
  }

  private static String value(Map<String, String> values, String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("statemachine.asl.json has an unknown placeholder: " + name);
    }
    return value;
  }

  private static String template() {
    try (var file = CycleDefinition.class.getResourceAsStream("/statemachine.asl.json")) {
      if (file == null) {
        throw new IllegalStateException("statemachine.asl.json is missing from the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("statemachine.asl.json can't be read", e);
    }
  }
}

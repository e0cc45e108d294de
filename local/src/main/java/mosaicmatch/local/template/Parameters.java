package mosaicmatch.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The template's parameters, each with what it was given or its default, checked by the template's
 * own rules (CloudFormation user guide, "CloudFormation template Parameters syntax").
 */
final class Parameters {

  private final Map<String, Part> declared;
  private final Map<String, String> given;

  /**
   * Reads the parameters.
   *
   * @param declared the section of that name
   * @param given values by name, over the defaults
   * @throws BadTemplateException if a value breaks a rule, or no parameter has that name
   */
  Parameters(Map<String, Part> declared, Map<String, String> given) {
    this.declared = declared;
    this.given = Map.copyOf(given);
    for (var name : given.keySet()) {
      if (!declared.containsKey(name)) {
        throw new BadTemplateException(
            "there is no parameter %s; there are %s"
                .formatted(name, new TreeMap<>(declared).keySet()));
      }
    }
    declared.forEach((name, rules) -> value(name).ifPresent(value -> check(name, rules, value)));
  }

  boolean has(String name) {
    return declared.containsKey(name);
  }

  /** What a parameter was given, or its default; nothing if it has neither. */
  Optional<String> value(String name) {
    return Optional.ofNullable(given.get(name))
        .or(
            () ->
                Optional.ofNullable(declared.get(name))
                    .flatMap(p -> p.find("Default"))
                    .map(Part::text));
  }

  private static void check(String name, Part rules, String value) {
    rules.find("AllowedPattern").ifPresent(rule -> matches(name, rules, rule, value));
    rules
        .find("AllowedValues")
        .map(allowed -> allowed.items().stream().map(Part::text).toList())
        .filter(allowed -> !allowed.contains(value))
        .ifPresent(allowed -> refuse(name, rules, "must be one of " + allowed));
    if (rules.find("Type").map(Part::text).orElse("String").equals("Number")) {
      checkNumber(name, rules, value);
    } else {
      checkLength(name, rules, value.length());
    }
  }

  private static void matches(String name, Part rules, Part rule, String value) {
    try {
      if (!Pattern.compile(rule.text()).matcher(value).matches()) {
        refuse(name, rules, "must match " + rule.text());
      }
    } catch (PatternSyntaxException e) {
      throw rule.wrong("is no regular expression: " + e.getDescription());
    }
  }

  private static void checkNumber(String name, Part rules, String value) {
    double number = number(name, rules, value);
    limit(rules, "MinValue").filter(min -> number < min).ifPresent(min -> outOfRange(name, rules));
    limit(rules, "MaxValue").filter(max -> number > max).ifPresent(max -> outOfRange(name, rules));
  }

  private static double number(String name, Part rules, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw refusal(name, rules, "must be a number");
    }
  }

  private static void checkLength(String name, Part rules, int length) {
    limit(rules, "MinLength")
        .filter(min -> length < min)
        .ifPresent(min -> refuse(name, rules, "is too short"));
    limit(rules, "MaxLength")
        .filter(max -> length > max)
        .ifPresent(max -> refuse(name, rules, "is too long"));
  }

  private static Optional<Double> limit(Part rules, String name) {
    return rules.find(name).map(rule -> number(rule.path(), rules, rule.text()));
  }

  private static void outOfRange(String name, Part rules) {
    var min = rules.find("MinValue").map(Part::text).orElse("any");
    var max = rules.find("MaxValue").map(Part::text).orElse("any");
    refuse(name, rules, "must be from " + min + " to " + max);
  }

  private static void refuse(String name, Part rules, String rule) {
    throw refusal(name, rules, rule);
  }

  private static BadTemplateException refusal(String name, Part rules, String rule) {
    var reason = rules.find("ConstraintDescription").map(Part::text).orElse(rule);
    return new BadTemplateException("parameter " + name + " " + reason);
  }
}

package mosaicmatch.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a function, over what is global to all of them. */
final class FunctionReader {

  private static final String RUNTIME = "java25";

  private final Evaluation evaluation;
  private final Map<String, Part> globals;

  FunctionReader(Evaluation evaluation, Map<String, Part> globals) {
    this.evaluation = evaluation;
    this.globals = globals;
  }

  /** Lambda's own defaults (CloudFormation template reference, "AWS::Lambda::Function"). */
  private enum Default {
    MEMORY(128),
    TIMEOUT(3);

    private final int value;

    Default(int value) {
      this.value = value;
    }
  }

  TemplateFunction read(String logicalId, Part function) {
    var own =
        function
            .find("Properties")
            .map(Part::fields)
            .orElseThrow(() -> function.wrong("has no Properties"));
    checkRuntime(function, own);
    return new TemplateFunction(
        logicalId,
        ResourceKind.withoutEnding(logicalId),
        text(function, own, "Handler"),
        Path.of(text(function, own, "CodeUri")),
        number(own, "MemorySize", Default.MEMORY, 128, 10_240),
        Duration.ofSeconds(number(own, "Timeout", Default.TIMEOUT, 1, 900)),
        environment(own),
        statements(own),
        snapStart(own));
  }

  private void checkRuntime(Part function, Map<String, Part> own) {
    var runtime = text(function, own, "Runtime");
    if (!runtime.equals(RUNTIME)) {
      var place = property(own, "Runtime").orElse(function);
      throw place.wrong("must be " + RUNTIME + ", not " + runtime);
    }
  }

  private Optional<Part> property(Map<String, Part> own, String name) {
    return Optional.ofNullable(own.get(name)).or(() -> Optional.ofNullable(globals.get(name)));
  }

  private String text(Part function, Map<String, Part> own, String name) {
    return property(own, name)
        .map(evaluation::text)
        .orElseThrow(() -> function.wrong("has no " + name));
  }

  private int number(Map<String, Part> own, String name, Default usual, int min, int max) {
    return property(own, name).map(part -> number(part, min, max)).orElse(usual.value);
  }

  private int number(Part part, int min, int max) {
    try {
      int number = Integer.parseInt(evaluation.text(part));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw part.wrong("must be a whole number");
    }
    throw part.wrong("must be from " + min + " to " + max);
  }

  private Map<String, String> environment(Map<String, Part> own) {
    var variables = new LinkedHashMap<String, String>();
    for (var properties : List.of(globals, own)) {
      Optional.ofNullable(properties.get("Environment"))
          .map(evaluation::fields)
          .map(environment -> environment.get("Variables"))
          .map(evaluation::fields)
          .orElse(Map.of())
          .forEach((name, value) -> variables.put(name, evaluation.text(value)));
    }
    return variables;
  }

  private List<PolicyStatement> statements(Map<String, Part> own) {
    return property(own, "Policies").map(evaluation::items).orElse(List.of()).stream()
        .flatMap(policy -> evaluation.items(statementsOf(policy)).stream())
        .map(this::statement)
        .toList();
  }

  private Part statementsOf(Part policy) {
    if (!policy.isMap()) {
      throw policy.wrong("must be written out: a managed policy can't be read here");
    }
    return policy
        .find("Statement")
        .orElseThrow(
            () -> policy.wrong("must have a Statement: SAM's policy templates can't be read here"));
  }

  private PolicyStatement statement(Part part) {
    var fields = evaluation.fields(part);
    if (!Optional.ofNullable(fields.get("Effect")).map(Part::text).orElse("").equals("Allow")) {
      throw part.wrong("must have Effect Allow: nothing else is understood here");
    }
    return new PolicyStatement(texts(part, fields, "Action"), texts(part, fields, "Resource"));
  }

  private List<String> texts(Part part, Map<String, Part> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(evaluation::texts)
        .orElseThrow(() -> part.wrong("must have " + name));
  }

  private boolean snapStart(Map<String, Part> own) {
    return property(own, "SnapStart")
        .map(evaluation::fields)
        .map(settings -> settings.get("ApplyOn"))
        .map(evaluation::text)
        .filter("PublishedVersions"::equals)
        .isPresent();
  }
}

package mosaicmatch.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The template that is deployed (AWS SAM), as far as its functions go: what each one is given, and
 * what its role allows, as it would be in the account of the local system. Whatever no function
 * refers to is not looked at.
 */
public final class SamTemplate {

  private static final String FUNCTION = "AWS::Serverless::Function";

  /** The parameters with no default: on one machine their place is taken by local addresses. */
  private static final Map<String, String> ON_THIS_MACHINE =
      Map.of("TraitServiceUrl", "https://localhost", "NakamaUrl", "https://localhost");

  private final List<TemplateFunction> functions;

  private SamTemplate(List<TemplateFunction> functions) {
    this.functions = List.copyOf(functions);
  }

  /**
   * Reads a template, its parameters at their defaults. The addresses of the trait service and of
   * Nakama, which have none, are placeholders.
   *
   * @throws BadTemplateException if it is wrong
   */
  public static SamTemplate read(Path file) {
    return read(file, Map.of());
  }

  /**
   * Reads a template.
   *
   * @param parameters values by the names of parameters, over their defaults
   * @throws BadTemplateException if the template is wrong, or a parameter is
   */
  public static SamTemplate read(Path file, Map<String, String> parameters) {
    var root = TemplateFile.read(file);
    var resources = section(root, "Resources");
    var declared = section(root, "Parameters");
    var evaluation =
        new Evaluation(
            new Parameters(declared, given(declared, parameters)),
            resources,
            section(root, "Conditions"));
    var globals =
        root.find("Globals")
            .flatMap(part -> part.find("Function"))
            .map(Part::fields)
            .orElse(Map.of());
    return new SamTemplate(functions(resources, evaluation, globals));
  }

  private static Map<String, String> given(
      Map<String, Part> declared, Map<String, String> parameters) {
    var given = new TreeMap<>(ON_THIS_MACHINE);
    given.keySet().retainAll(declared.keySet());
    given.putAll(parameters);
    return given;
  }

  private static Map<String, Part> section(Part root, String name) {
    return root.find(name).map(Part::fields).orElse(Map.of());
  }

  private static List<TemplateFunction> functions(
      Map<String, Part> resources, Evaluation evaluation, Map<String, Part> globals) {
    var reader = new FunctionReader(evaluation, globals);
    var functions = new ArrayList<TemplateFunction>();
    resources.forEach(
        (logicalId, resource) -> {
          if (isFunction(resource) && isMade(resource, evaluation)) {
            functions.add(reader.read(logicalId, resource));
          }
        });
    return functions;
  }

  private static boolean isFunction(Part resource) {
    return resource.find("Type").map(Part::text).filter(FUNCTION::equals).isPresent();
  }

  private static boolean isMade(Part resource, Evaluation evaluation) {
    return resource
        .find("Condition")
        .map(name -> evaluation.conditions().holds(name, name.text()))
        .orElse(true);
  }

  /** The functions, in the order of the template. */
  public List<TemplateFunction> functions() {
    return functions;
  }

  /** The function of that name or logical id. */
  public Optional<TemplateFunction> function(String nameOrLogicalId) {
    return functions.stream()
        .filter(
            function ->
                function.name().equals(nameOrLogicalId)
                    || function.logicalId().equals(nameOrLogicalId))
        .findFirst();
  }
}

package mosaicmatch.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Works out the template's intrinsic functions (CloudFormation template reference, "Intrinsic
 * functions"), in their short and their long form, for the local account.
 */
final class Evaluation {

  /** What {@code AWS::NoValue} becomes: as if nothing were written there. */
  private static final String NO_VALUE = "AWS::NoValue";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Parameters parameters;
  private final Map<String, Part> resources;
  private final Conditions conditions;

  Evaluation(Parameters parameters, Map<String, Part> resources, Map<String, Part> conditions) {
    this.parameters = parameters;
    this.resources = resources;
    this.conditions = new Conditions(conditions, this);
  }

  /** An intrinsic function and what it is applied to. */
  record Call(String function, Part argument) {

    static Optional<Call> in(Part part) {
      return part.tag().map(tag -> new Call(tag, part.untagged())).or(() -> longForm(part));
    }

    private static Optional<Call> longForm(Part part) {
      return Optional.of(part)
          .filter(Part::isMap)
          .map(Part::fields)
          .filter(fields -> fields.size() == 1)
          .flatMap(fields -> fields.entrySet().stream().findFirst())
          .filter(field -> isFunction(field.getKey()))
          .map(field -> new Call(field.getKey().replace("Fn::", ""), field.getValue()));
    }

    private static boolean isFunction(String name) {
      return name.equals("Ref") || name.startsWith("Fn::");
    }
  }

  Conditions conditions() {
    return conditions;
  }

  /**
   * What a part stands for; nothing for {@code AWS::NoValue}.
   *
   * @throws BadTemplateException if it holds a function, or a reference, that is not known here
   */
  Optional<Part> resolve(Part part) {
    return Call.in(part).map(call -> resolve(part, call)).orElse(Optional.of(part));
  }

  private Optional<Part> resolve(Part part, Call call) {
    return switch (call.function()) {
      case "Ref" -> reference(part, call.argument().text());
      case "GetAtt" -> Optional.of(part.becoming(attribute(part, attributePath(call.argument()))));
      case "Sub" -> Optional.of(part.becoming(substituted(call.argument())));
      case "If" -> resolve(conditions.choose(call.argument()));
      case "Join" -> Optional.of(part.becoming(joined(call.argument())));
      case "Select" -> resolve(selected(call.argument()));
      default -> throw part.wrong("uses !" + call.function() + ", which is not known here");
    };
  }

  /** The text that a part stands for. */
  String text(Part part) {
    return resolve(part).orElseThrow(() -> part.wrong("must not be AWS::NoValue")).text();
  }

  /** The texts of a list, or the one text that stands for a list of one. */
  List<String> texts(Part part) {
    return items(part).stream().map(this::text).toList();
  }

  /** What the elements of a list stand for; a single value is a list of one. */
  List<Part> items(Part part) {
    var list = resolve(part).map(found -> found.isList() ? found.items() : List.of(found));
    return list.orElse(List.of()).stream().flatMap(item -> resolve(item).stream()).toList();
  }

  /** The fields that stand for something, by name. */
  Map<String, Part> fields(Part part) {
    var fields = new LinkedHashMap<String, Part>();
    resolve(part)
        .map(Part::fields)
        .orElse(Map.of())
        .forEach((name, value) -> resolve(value).ifPresent(found -> fields.put(name, found)));
    return fields;
  }

  private Optional<Part> reference(Part part, String name) {
    if (name.equals(NO_VALUE)) {
      return Optional.empty();
    }
    return Optional.of(part.becoming(variable(part, name)));
  }

  /** What a name in {@code !Ref} or {@code !Sub} stands for. */
  private String variable(Part part, String name) {
    if (parameters.has(name)) {
      return parameters
          .value(name)
          .orElseThrow(() -> part.wrong("needs parameter " + name + ", which has no default"));
    }
    return LocalAccount.pseudoParameter(name).orElseGet(() -> ofResource(part, name));
  }

  private String ofResource(Part part, String name) {
    var dot = name.indexOf('.');
    return dot < 0
        ? kind(part, name).reference(nameOf(part, name))
        : attribute(part, List.of(name.substring(0, dot), name.substring(dot + 1)));
  }

  private static List<String> attributePath(Part argument) {
    return argument.isList()
        ? argument.items().stream().map(Part::text).toList()
        : List.of(argument.text().split("\\.", 2));
  }

  private String attribute(Part part, List<String> path) {
    if (path.size() != 2) {
      throw part.wrong("must name a resource and an attribute");
    }
    return kind(part, path.getFirst())
        .attribute(path.getLast(), nameOf(part, path.getFirst()))
        .orElseThrow(
            () -> part.wrong("asks for " + String.join(".", path) + ", which is not known here"));
  }

  private ResourceKind kind(Part part, String logicalId) {
    var type = resource(part, logicalId).find("Type").map(Part::text).orElse("no type");
    return ResourceKind.of(type)
        .orElseThrow(
            () -> part.wrong("refers to " + logicalId + ", of a type not known here: " + type));
  }

  private String nameOf(Part part, String logicalId) {
    var kind = kind(part, logicalId);
    return resource(part, logicalId)
        .find("Properties")
        .flatMap(properties -> properties.find(kind.nameProperty()))
        .map(this::text)
        .orElseGet(() -> kind.usualName(logicalId));
  }

  private Part resource(Part part, String logicalId) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      throw part.wrong("refers to " + logicalId + ", which the template does not have");
    }
    return resource;
  }

  private String substituted(Part argument) {
    if (!argument.isList()) {
      return substituted(argument, Map.of());
    }
    var items = argument.items();
    if (items.size() != 2) {
      throw argument.wrong("must hold a text and its variables");
    }
    var variables =
        items.getLast().fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> text(field.getValue())));
    return substituted(items.getFirst(), variables);
  }

  private String substituted(Part text, Map<String, String> variables) {
    Function<String, String> value =
        name -> variables.containsKey(name) ? variables.get(name) : variable(text, name);
    return VARIABLE
        .matcher(text.text())
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1).isEmpty()
                        ? value.apply(found.group(2))
                        : "${" + found.group(2) + "}"));
  }

  private String joined(Part argument) {
    var items = argument.items();
    if (items.size() != 2) {
      throw argument.wrong("must hold a separator and a list");
    }
    return String.join(text(items.getFirst()), texts(items.getLast()));
  }

  private Part selected(Part argument) {
    var items = argument.items();
    try {
      return items(items.getLast()).get(Integer.parseInt(text(items.getFirst())));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw argument.wrong("must hold the number of an element, and a list that has it");
    }
  }
}

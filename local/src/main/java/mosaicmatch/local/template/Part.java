package mosaicmatch.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A part of the template as it is written, with the place that errors name. Intrinsic functions in
 * it are not worked out; {@link Evaluation} does that.
 *
 * @param file the template's file name
 * @param path how to get here, such as {@code Resources.LockTable.Properties}
 * @param node what is written here
 */
record Part(String file, String path, Node node) {

  /** A text that was worked out, in the place of what it was worked out from. */
  Part becoming(String text) {
    return new Part(
        file,
        path,
        new ScalarNode(
            Tag.STR, true, text, ScalarStyle.PLAIN, node.getStartMark(), node.getEndMark()));
  }

  /** The same without the tag of its intrinsic function. */
  Part untagged() {
    return switch (node) {
      case ScalarNode scalar -> becoming(scalar.getValue());
      case SequenceNode list ->
          at(
              path,
              new SequenceNode(
                  Tag.SEQ, true, list.getValue(), list.getFlowStyle(), mark(), mark()));
      case MappingNode map ->
          at(
              path,
              new MappingNode(Tag.MAP, true, map.getValue(), map.getFlowStyle(), mark(), mark()));
      default -> this;
    };
  }

  private Optional<Mark> mark() {
    return node.getStartMark();
  }

  private Part at(String where, Node what) {
    return new Part(file, where, what);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The fields by name, in the order of the file. */
  Map<String, Part> fields() {
    if (!(node instanceof MappingNode map)) {
      throw wrong("must have fields");
    }
    var fields = new LinkedHashMap<String, Part>();
    for (var field : map.getValue()) {
      var name = name(field);
      if (fields.put(name, child(name, field.getValueNode())) != null) {
        throw child(name, field.getKeyNode()).wrong("is there twice");
      }
    }
    return fields;
  }

  private String name(NodeTuple field) {
    if (field.getKeyNode() instanceof ScalarNode name) {
      return name.getValue();
    }
    throw wrong("has a field whose name is no text");
  }

  private Part child(String name, Node value) {
    return at(path.isEmpty() ? name : path + "." + name, value);
  }

  Optional<Part> find(String name) {
    return Optional.ofNullable(fields().get(name));
  }

  /** The elements of a list. */
  List<Part> items() {
    if (!(node instanceof SequenceNode list)) {
      throw wrong("must be a list");
    }
    return IntStream.range(0, list.getValue().size())
        .mapToObj(i -> at(path + "[" + i + "]", list.getValue().get(i)))
        .toList();
  }

  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong("must be a single value");
  }

  /** The tag, such as {@code !Ref}, if it is none of YAML's own. */
  Optional<String> tag() {
    return Optional.of(node.getTag().getValue())
        .filter(tag -> tag.startsWith("!") && tag.length() > 1)
        .map(tag -> tag.substring(1));
  }

  BadTemplateException wrong(String what) {
    var line = node.getStartMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
    return new BadTemplateException("%s%s: %s %s".formatted(file, line, path, what));
  }
}

package mosaicmatch.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The measures of one benchmark, as text for people and as JSON rows {@code {measure, value, unit,
 * goal}}. Where there is no value or no goal, the row says null.
 */
public record Table(List<Measure> measures) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps a copy. */
  public Table {
    measures = List.copyOf(measures);
  }

  /** The rows of several files, in their order. */
  public static Table read(List<Path> files) throws IOException {
    var measures = new ArrayList<Measure>();
    for (var file : files) {
      JSON.readTree(file.toFile()).forEach(row -> measures.add(ofJson(row)));
    }
    return new Table(measures);
  }

  /** One line for each. */
  public String render() {
    int width = measures.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    var text = new StringBuilder();
    for (var row : measures) {
      var line =
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, width) + "s  %10s %-8s %-15s %s",
              row.name(),
              Measure.format(row.value()),
              row.unit(),
              row.goal().map(goal -> "goal " + goal).orElse(""),
              row.verdict());
      text.append((line.stripTrailing() + "  " + row.note()).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A table in Markdown. */
  public String markdown() {
    var text = new StringBuilder("| measure | value | goal | |\n|---|---:|---|---|\n");
    for (var row : measures) {
      var cells =
          List.of(
              row.name(),
              (Measure.format(row.value()) + " " + row.unit()).strip(),
              row.goal().map(Goal::toString).orElse(""),
              (row.verdict() + " " + row.note()).strip());
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return text.toString();
  }

  ArrayNode toJson() {
    var rows = JSON.createArrayNode();
    for (var row : measures) {
      var node = rows.addObject().put("measure", row.name());
      node.put("value", Double.isNaN(row.value()) ? null : (Double) row.value());
      node.put("unit", row.unit());
      node.put("goal", row.goal().map(Goal::toString).orElse(null));
      if (!row.note().isEmpty()) {
        node.put("note", row.note());
      }
    }
    return rows;
  }

  private static Measure ofJson(JsonNode row) {
    return new Measure(
        row.path("measure").asText(),
        row.path("value").asDouble(Double.NaN),
        row.path("unit").asText(),
        Optional.of(row.path("goal"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .map(Goal::parse),
        row.path("note").asText());
  }

  /** Writes the rows as JSON. */
  public void write(Path file) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), toJson());
  }
}

package mosaicmatch.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The measures of one benchmark, as text for people and as JSON rows {@code {measure, value, unit,
 * goal}}.
 */
record Table(List<Measure> measures) {

  Table {
    measures = List.copyOf(measures);
  }

  String render() {
    int width = measures.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    var text = new StringBuilder();
    for (var row : measures) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %10s %-8s goal %-10s %s%n",
              row.name(),
              Measure.format(row.value()),
              row.unit(),
              row.goal(),
              row.meetsGoal() ? "met" : "MISSED"));
    }
    return text.toString();
  }

  ArrayNode toJson() {
    var rows = new ObjectMapper().createArrayNode();
    for (var row : measures) {
      rows.addObject()
          .put("measure", row.name())
          .put("value", row.value())
          .put("unit", row.unit())
          .put("goal", row.goal().toString());
    }
    return rows;
  }

  void write(Path file) throws IOException {
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), toJson());
  }
}

package aslengine.map;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of a CSV file as objects of texts (RFC 4180). */
final class CsvItems {
  private static final Map<String, Character> DELIMITERS =
      Map.of("COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "SPACE", ' ', "TAB", '\t');
  private static final int END = -1;

  private final char delimiter;
  private final boolean headersGiven;
  private final List<String> headers = new ArrayList<>();
  private final long maxItems;

  CsvItems(JsonNode config, long maxItems) {
    this.maxItems = maxItems;
    delimiter =
        Optional.ofNullable(DELIMITERS.get(config.path("CSVDelimiter").asText("COMMA")))
            .orElse(',');
    headersGiven = config.path("CSVHeaderLocation").asText().equals("GIVEN");
    config.path("CSVHeaders").forEach(h -> headers.add(h.asText()));
  }

  void read(InputStream in, ItemList list) throws IOException {
    Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<String> row = row(reader);
    if (!headersGiven) {
      headers.addAll(row);
      row = row(reader);
    }
    while (!row.isEmpty() && list.size() < maxItems) {
      list.add(item(row));
      row = row(reader);
    }
  }

  private ObjectNode item(List<String> row) {
    ObjectNode item = Json.object();
    for (int i = 0; i < headers.size(); i++) {
      item.put(headers.get(i), i < row.size() ? row.get(i) : "");
    }
    return item;
  }

  /** The next row; empty at the end. */
  private List<String> row(Reader reader) throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int c = reader.read();
    while (c != END && (quoted || c != '\n')) {
      if (c == '"') {
        reader.mark(1);
        boolean escaped = quoted && reader.read() == '"';
        if (escaped) {
          cell.append('"');
        } else {
          rewind(reader, quoted);
          quoted = !quoted;
        }
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (quoted || c != '\r') {
        cell.append((char) c);
      }
      c = reader.read();
    }
    if (c != END || !cell.isEmpty() || !cells.isEmpty()) {
      cells.add(cell.toString());
    }
    return cells;
  }

  private static void rewind(Reader reader, boolean readAhead) throws IOException {
    if (readAhead) {
      reader.reset();
    }
  }
}

package aslengine.map;

import aslengine.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads items out of an object (developer guide, "ItemReader (Map)"). */
public final class ItemReading {
  private static final String NOT_ITERABLE = "Attempting to map over non-iterable node.";

  /** Reads values one by one, so what follows a value is none of its business. */
  private static final JsonMapper PARSERS =
      Json.MAPPER.rebuild().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode config;
  private final long maxItems;

  /**
   * Reads as a ReaderConfig says.
   *
   * @param maxItems at most so many; more are left out
   */
  public ItemReading(JsonNode config, long maxItems) {
    this.config = config;
    this.maxItems = maxItems;
  }

  /**
   * Reads every item into {@code list}.
   *
   * @throws UnreadableItemsException when the content is not of the format that it is said to be of
   * @throws IOException when it cannot be read
   */
  public void read(InputStream in, ItemList list) throws IOException, UnreadableItemsException {
    switch (config.path("InputType").asText()) {
      case "JSONL" -> readLines(in, list);
      case "CSV" -> new CsvItems(config, maxItems).read(in, list);
      default -> readArray(in, list);
    }
    list.finish();
  }

  private void readLines(InputStream in, ItemList list)
      throws IOException, UnreadableItemsException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine();
        line != null && list.size() < maxItems;
        line = reader.readLine()) {
      number++;
      if (!line.isBlank()) {
        list.add(parsed(line, number));
      }
    }
  }

  private static JsonNode parsed(String line, int number) throws UnreadableItemsException {
    try {
      return Json.parse(line);
    } catch (JsonProcessingException e) {
      throw new UnreadableItemsException(
          "Line " + number + " is not valid JSON: " + Json.problem(e));
    }
  }

  private void readArray(InputStream in, ItemList list)
      throws IOException, UnreadableItemsException {
    try (JsonParser parser = PARSERS.createParser(in)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY && list.size() < maxItems) {
          list.add(parser.<JsonNode>readValueAsTree());
        }
      } else if (first == JsonToken.START_OBJECT) {
        readFields(parser, list);
      } else {
        throw new UnreadableItemsException(NOT_ITERABLE);
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableItemsException("The content is not valid JSON: " + Json.problem(e));
    } catch (CharConversionException e) {
      throw new UnreadableItemsException("The content is not UTF-8 text");
    } catch (NumberFormatException e) {
      throw new UnreadableItemsException("The content is not valid JSON: a number is out of range");
    }
  }

  private void readFields(JsonParser parser, ItemList list) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME && list.size() < maxItems) {
      ObjectNode pair = Json.object().put("Key", parser.currentName());
      parser.nextToken();
      JsonNode value = parser.readValueAsTree();
      pair.set("Value", value);
      list.add(pair);
    }
  }
}

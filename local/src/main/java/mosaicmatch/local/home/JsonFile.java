package mosaicmatch.local.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON files that mosaic keeps. */
public final class JsonFile {

  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private JsonFile() {}

  /** Reads what a file holds; answers null for null. */
  private interface Reading<T> {
    @Nullable T from(byte[] json) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @throws DamagedFileException if it holds something else
   * @throws IOException if it can't be read at all
   */
  public static <T> T read(Path file, ObjectMapper mapper, Class<T> type) throws IOException {
    return read(file, json -> mapper.readValue(json, type));
  }

  /**
   * Reads a file of texts by name.
   *
   * @throws DamagedFileException if it holds something else
   * @throws IOException if it can't be read at all
   */
  public static Map<String, String> texts(Path file) throws IOException {
    var texts = read(file, json -> PLAIN.readValue(json, TEXTS));
    if (texts.values().stream().anyMatch(Objects::isNull)) {
      throw new DamagedFileException(file, "and holds null for a text");
    }
    return texts;
  }

  private static <T> T read(Path file, Reading<T> reading) throws IOException {
    try {
      return Optional.ofNullable(reading.from(Files.readAllBytes(file)))
          .orElseThrow(() -> new DamagedFileException(file, "and holds nothing"));
    } catch (JsonProcessingException e) {
      // The cause is not kept: a parser's message may quote what the file holds.
      throw new DamagedFileException(file, place(e));
    } catch (CharConversionException e) {
      throw new DamagedFileException(file, "and no UTF-8 text");
    }
  }

  private static String place(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation())
        .map(at -> "at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()))
        .orElse("in a part that is too long or too deep");
  }
}

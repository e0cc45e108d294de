package mosaicmatch.local.operate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import mosaicmatch.plan.BrokenFileException;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.plan.WrongContentsException;
import mosaicmatch.pool.SeekerId;

/**
 * Writes a cycle's file anew without a person, by its form: lines of JSON, a list or document of
 * JSON, vectors. What does not name the person comes out as it was.
 */
final class FileErasure {

  /** What the tiles of a pool have found: numbers, from which nobody is known. */
  private static final String CANDIDATES = ".mmt";

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          // Of two fields of one name only the last would be looked at.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final ObjectReader LINES =
      JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final SeekerId person;
  private final JsonScrubber scrubber;

  FileErasure(SeekerId person) {
    this.person = person;
    this.scrubber = new JsonScrubber(person);
  }

  /** What is to be done with a file. */
  enum Ending {
    /** It does not name the person. */
    UNCHANGED,
    /** It is to be replaced by what was written. */
    REWRITTEN,
    /** It names the person, and has no form that could be written without. */
    DELETED
  }

  /** Reads a file of that name, and writes what is left of it. */
  Ending rewrite(String key, InputStream in, Path to) throws IOException {
    try {
      return rewritten(key, in, to);
    } catch (JsonProcessingException | CharConversionException e) {
      // The cause is not kept: a parser's message may quote what the file holds.
      throw new BrokenFileException(key, "is no JSON that can be read");
    } catch (WrongContentsException e) {
      throw new BrokenFileException(key, e.what(), e);
    }
  }

  private Ending rewritten(String key, InputStream in, Path to) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(to))) {
      if (key.endsWith(".jsonl")) {
        return ending(lines(in, out));
      }
      if (key.endsWith(".mmv")) {
        return ending(vectors(in, out));
      }
      if (key.endsWith(CANDIDATES)) {
        return Ending.UNCHANGED;
      }
      return key.endsWith(".json") ? ending(json(in, out)) : other(in);
    }
  }

  private static Ending ending(boolean changed) {
    return changed ? Ending.REWRITTEN : Ending.UNCHANGED;
  }

  private boolean lines(InputStream in, OutputStream out) throws IOException {
    boolean changed = false;
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var before = LINES.readTree(line);
      var after = scrubber.scrub(before);
      boolean same = after.filter(before::equals).isPresent();
      changed |= !same;
      if (after.isPresent()) {
        writer.write(same ? line : after.get().toString());
        writer.write('\n');
      }
    }
    writer.flush();
    return changed;
  }

  /** Lists of many children are read one by one. */
  private boolean json(InputStream in, OutputStream out) throws IOException {
    try (var parser = JSON.createParser(in);
        var generator = JSON.createGenerator(out)) {
      var first = parser.nextToken();
      if (first == null) {
        return false;
      }
      boolean changed =
          first == JsonToken.START_ARRAY
              ? elements(parser, generator)
              : document(parser, generator);
      requireEnd(parser);
      return changed;
    }
  }

  private boolean document(JsonParser parser, JsonGenerator generator) throws IOException {
    JsonNode before = parser.readValueAsTree();
    var after = scrubber.scrubDocument(before);
    generator.writeTree(after);
    return !after.equals(before);
  }

  /** What follows would neither be looked at nor be kept. */
  private static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "goes on after its end");
    }
  }

  private boolean elements(JsonParser parser, JsonGenerator generator) throws IOException {
    boolean changed = false;
    generator.writeStartArray();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode before = parser.readValueAsTree();
      var after = scrubber.scrub(before);
      changed |= after.filter(before::equals).isEmpty();
      if (after.isPresent()) {
        generator.writeTree(after.get());
      }
    }
    generator.writeEndArray();
    return changed;
  }

  private boolean vectors(InputStream in, OutputStream out) throws IOException {
    var vectors = new LinkedHashMap<>(VectorFile.read(new BufferedInputStream(in)));
    boolean changed = vectors.remove(person) != null;
    if (changed) {
      VectorFile.write(vectors, out);
    }
    return changed;
  }

  private Ending other(InputStream in) throws IOException {
    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return new TextScrubber(person).mentions(text) ? Ending.DELETED : Ending.UNCHANGED;
  }
}

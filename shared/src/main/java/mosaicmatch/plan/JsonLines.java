package mosaicmatch.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.json.Json;

/** Files of one JSON value a line. */
final class JsonLines {

  private JsonLines() {}

  static int write(Iterator<?> values, OutputStream out) throws IOException {
    int lines = 0;
    while (values.hasNext()) {
      out.write(Json.mapper().writeValueAsBytes(values.next()));
      out.write('\n');
      lines++;
    }
    return lines;
  }

  /** The values as they are read; closing the stream closes the input. */
  static <T> Stream<T> read(String key, InputStream in, Class<T> type) {
    return values(key, in, type, false);
  }

  /** The same of a file that is one list of values, as others write it. */
  static <T> Stream<T> readList(String key, InputStream in, Class<T> type) {
    return values(key, in, type, true);
  }

  private static <T> Stream<T> values(String key, InputStream in, Class<T> type, boolean isList) {
    try {
      var parser = Json.mapper().createParser(in);
      if (isList) {
        requireList(key, parser);
      }
      // Over a parser: an iterator over the file would take a list for lines, and end where it
      // ends.
      var values = new Values<T>(key, Json.mapper().readerFor(type).readValues(parser));
      var spliterator = Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED);
      return StreamSupport.stream(spliterator, false).onClose(() -> close(in));
    } catch (IOException e) {
      close(in);
      throw broken(key, e);
    }
  }

  private static void requireList(String key, JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new BrokenFileException(key, "must be a list");
    }
    parser.nextToken();
  }

  /** What went wrong while a file was read: its contents, or the way to it. */
  static RuntimeException broken(String key, IOException e) {
    return switch (e) {
      case JsonProcessingException json -> {
        var place = json.getLocation();
        yield new BrokenFileException(
            key, "line " + (place == null ? "?" : place.getLineNr()) + " can't be read", e);
      }
      case CharConversionException _ -> new BrokenFileException(key, "is no UTF-8 text", e);
      case WrongContentsException wrong -> new BrokenFileException(key, wrong.what(), e);
      default -> new StoreUnavailableException("reading " + key + " broke off", e);
    };
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Values<T>(String key, MappingIterator<T> values) implements Iterator<T> {

    @Override
    public boolean hasNext() {
      try {
        return values.hasNextValue();
      } catch (IOException e) {
        throw broken(key, e);
      }
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        return values.nextValue();
      } catch (IOException e) {
        throw broken(key, e);
      }
    }
  }
}

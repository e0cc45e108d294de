package mosaicmatch.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
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
    try {
      var values = new Values<T>(key, Json.mapper().readerFor(type).readValues(in));
      var spliterator = Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED);
      return StreamSupport.stream(spliterator, false).onClose(() -> close(in));
    } catch (IOException e) {
      close(in);
      throw broken(key, e);
    }
  }

  /** What went wrong while a file was read: its contents, or the way to it. */
  static RuntimeException broken(String key, IOException e) {
    if (e instanceof JsonProcessingException json) {
      var place = json.getLocation();
      return new BrokenFileException(
          key, "line " + (place == null ? "?" : place.getLineNr()) + " can't be read", e);
    }
    return new StoreUnavailableException("reading " + key + " broke off", e);
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

package mosaicmatch.plan;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import mosaicmatch.json.Json;

/** Compares a stored list with the values that it should hold, byte by byte, as they are read. */
final class LineComparison {

  private static final byte[] NONE = {};

  private final InputStream stored;
  private final Iterator<?> values;

  LineComparison(InputStream stored, Iterator<?> values) {
    this.stored = new BufferedInputStream(stored);
    this.values = values;
  }

  /** The first line that differs, if one does. */
  Optional<LineDifference> first() throws IOException {
    for (int line = 1; ; line++) {
      var found = nextStored();
      var expected = values.hasNext() ? bytes(values.next()) : NONE;
      if (!Arrays.equals(found, expected)) {
        return Optional.of(new LineDifference(line, text(found), text(expected)));
      }
      if (found.length == 0) {
        return Optional.empty();
      }
    }
  }

  private static byte[] bytes(Object value) throws IOException {
    var line = new ByteArrayOutputStream();
    line.write(Json.mapper().writeValueAsBytes(value));
    line.write('\n');
    return line.toByteArray();
  }

  /** With its line feed; nothing at the end. */
  private byte[] nextStored() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = stored.read(); next >= 0; next = stored.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  private static Optional<String> text(byte[] line) {
    return line.length == 0
        ? Optional.empty()
        : Optional.of(new String(line, StandardCharsets.UTF_8).stripTrailing());
  }
}

package mosaicmatch.local.people;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of a stream, never holding more of one than a line may have. */
final class LineReader {

  private static final int MAX_LINE_BYTES = 64 * 1024;
  private static final int END = -1;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream bytes;
  private long number;

  LineReader(InputStream bytes) throws IOException {
    this.bytes = new BufferedInputStream(bytes, MAX_LINE_BYTES);
    skipByteOrderMark();
  }

  private void skipByteOrderMark() throws IOException {
    bytes.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      bytes.reset();
    }
  }

  /**
   * A line without its end.
   *
   * @param number from 1
   * @param content its bytes, cut off one past the limit
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Line(long number, byte[] content) {

    boolean isBlank() {
      for (byte each : content) {
        if (each != ' ' && each != '\t' && each != '\r') {
          return false;
        }
      }
      return true;
    }

    /**
     * The line as text.
     *
     * @throws IllegalArgumentException if it is too long or no UTF-8
     */
    String text() {
      if (content.length > MAX_LINE_BYTES) {
        throw new IllegalArgumentException("the line has more than 64 KiB");
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      } catch (CharacterCodingException e) {
        throw new IllegalArgumentException("the line is not UTF-8", e);
      }
    }
  }

  /** The next line, if there is one. */
  Optional<Line> next() throws IOException {
    int first = bytes.read();
    if (first == END) {
      return Optional.empty();
    }
    var content = new ByteArrayOutputStream();
    for (int each = first; each != '\n' && each != END; each = bytes.read()) {
      if (content.size() <= MAX_LINE_BYTES) {
        content.write(each);
      }
    }
    return Optional.of(new Line(++number, content.toByteArray()));
  }
}

package mosaicmatch.local.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an object that is asked for (RFC 9110, section 14.1.2, one range only).
 *
 * @param from its first byte
 * @param length how many bytes
 */
record ByteRange(long from, long length) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The part that a Range field asks for; none if the field is not one range of bytes, which RFC
   * 9110 has ignored.
   *
   * @throws S3Error if the object has no such part
   */
  static Optional<ByteRange> parse(String field, long size) {
    Matcher range = ONE.matcher(field);
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    long from;
    long to = size - 1;
    if (range.group(1).isEmpty()) {
      long suffix = Long.parseLong(range.group(2));
      from = suffix == 0 ? size : Math.max(0, size - suffix);
    } else {
      from = Long.parseLong(range.group(1));
      if (!range.group(2).isEmpty()) {
        long asked = Long.parseLong(range.group(2));
        if (asked < from) {
          return Optional.empty();
        }
        to = Math.min(to, asked);
      }
    }
    if (from >= size) {
      throw S3Error.invalidRange();
    }
    return Optional.of(new ByteRange(from, to - from + 1));
  }

  /** The Content-Range field of the answer. */
  String contentRange(long size) {
    return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }
}

package mosaicmatch.traitservice.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A person's id: the subject that the identity provider gave them. Ordered by UTF-8 bytes, the
 * order of a pair's members.
 *
 * @param value 1 to 128 bytes of UTF-8, no {@code #} and no control characters
 */
public record SeekerId(String value) implements Comparable<SeekerId> {

  private static final int MAX_BYTES = 128;

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is empty, too long, or has a character that is refused
   */
  public SeekerId {
    int length = utf8(value).length;
    if (length == 0 || length > MAX_BYTES) {
      throw new IllegalArgumentException("must have 1 to 128 bytes of UTF-8");
    }
    if (value.indexOf('#') >= 0 || value.codePoints().anyMatch(SeekerId::isUnfit)) {
      throw new IllegalArgumentException("must not contain '#' or control characters");
    }
  }

  /** The pair's key: both ids, the lower one first, joined by {@code #}. */
  public String pairKeyWith(SeekerId other) {
    return compareTo(other) < 0 ? value + "#" + other.value : other.value + "#" + value;
  }

  private static boolean isUnfit(int codePoint) {
    boolean loneSurrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return Character.isISOControl(codePoint) || loneSurrogate;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(SeekerId other) {
    return Arrays.compareUnsigned(utf8(value), utf8(other.value));
  }

  @Override
  public String toString() {
    return value;
  }
}

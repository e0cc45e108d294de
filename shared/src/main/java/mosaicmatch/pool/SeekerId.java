package mosaicmatch.pool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A seeker's id: the subject that the identity provider gave the person. Ordered by UTF-8 bytes,
 * the order of a pair's members.
 *
 * @param value 1 to 128 bytes of UTF-8, no {@code #} and no control characters
 */
public record SeekerId(@JsonValue String value) implements Comparable<SeekerId> {

  private static final int MAX_BYTES = 128;

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is empty, too long, or has a character that is refused
   */
  @JsonCreator
  public SeekerId {
    if (value.isEmpty() || utf8(value).length > MAX_BYTES) {
      throw new IllegalArgumentException("user_id must have 1 to 128 bytes of UTF-8");
    }
    if (value.indexOf('#') >= 0 || value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("user_id must not contain '#' or control characters");
    }
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

package mosaicmatch.pool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A seeker's id: the subject that the identity provider gave the person. Ordered by UTF-8 bytes,
 * the order of a pair's members.
 *
 * @param value 1 to 128 bytes of UTF-8, no {@code #}, no control characters, no half of a surrogate
 *     pair
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
    require(
        !value.isEmpty() && utf8(value).length <= MAX_BYTES, "must have 1 to 128 bytes of UTF-8");
    require(value.indexOf('#') < 0, "must not contain '#'");
    require(
        value.codePoints().noneMatch(Character::isISOControl),
        "must not contain control characters");
    require(value.codePoints().noneMatch(SeekerId::isHalfOfAPair), "has half of a surrogate pair");
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("user_id " + problem);
    }
  }

  /** Such a half has no UTF-8 of its own: two ids that differ in it would be written alike. */
  private static boolean isHalfOfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
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

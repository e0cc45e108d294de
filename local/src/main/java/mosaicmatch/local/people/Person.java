package mosaicmatch.local.people;

import java.nio.charset.StandardCharsets;
import mosaicmatch.pool.SeekerId;

/**
 * Somebody to opt in.
 *
 * @param userId of the form that {@link SeekerId} asks for
 * @param text what their chats say about them, 1 to 20,000 characters, not only blanks
 */
public record Person(String userId, String text) {

  private static final int MAX_TEXT_CHARS = 20_000;

  /**
   * Checks both fields.
   *
   * @throws IllegalArgumentException if one is out of its bounds; the message names the field and
   *     never repeats its content
   */
  public Person {
    var _ = new SeekerId(userId);
    require(!text.isBlank(), "text must not be blank");
    require(text.length() <= MAX_TEXT_CHARS, "text must have at most 20,000 characters");
    require(isUnicode(text), "text has half of a surrogate pair");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static boolean isUnicode(String value) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(value);
  }
}

package mosaicmatch.local.people;

import java.nio.charset.StandardCharsets;

/**
 * Somebody to opt in.
 *
 * @param userId 1 to 128 bytes of UTF-8, no {@code #} and no control characters
 * @param text what their chats say about them, 1 to 20,000 characters, not only blanks
 */
public record Person(String userId, String text) {

  private static final int MAX_ID_BYTES = 128;
  private static final int MAX_TEXT_CHARS = 20_000;

  /**
   * Checks both fields.
   *
   * @throws IllegalArgumentException if one is out of its bounds; the message names the field and
   *     never repeats its content
   */
  public Person {
    require(!userId.isEmpty() && bytes(userId) <= MAX_ID_BYTES, "user_id must have 1 to 128 bytes");
    require(userId.indexOf('#') < 0, "user_id must not contain '#'");
    require(
        userId.codePoints().noneMatch(Character::isISOControl),
        "user_id must not contain control characters");
    require(isUnicode(userId), "user_id has half of a surrogate pair");
    require(!text.isBlank(), "text must not be blank");
    require(text.length() <= MAX_TEXT_CHARS, "text must have at most 20,000 characters");
    require(isUnicode(text), "text has half of a surrogate pair");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isUnicode(String value) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(value);
  }
}

package mosaicmatch.local.nakama;

import java.nio.charset.StandardCharsets;

/**
 * What somebody signs up with.
 *
 * @param userId their custom id, which is their seeker id: 1 to 128 bytes of UTF-8, no {@code #}
 *     and no control characters
 * @param displayName the name that others see, or empty
 * @param avatarUrl where their picture is, or empty
 */
public record NakamaProfile(String userId, String displayName, String avatarUrl) {

  private static final int MAX_ID_BYTES = 128;

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it is empty, too long, or has a character that is refused
   */
  public NakamaProfile {
    int bytes = userId.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > MAX_ID_BYTES) {
      throw new IllegalArgumentException("user_id must have 1 to 128 bytes of UTF-8");
    }
    if (userId.indexOf('#') >= 0 || userId.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("user_id must not contain '#' or control characters");
    }
  }

  /** Somebody of whom only the id is known. */
  public static NakamaProfile of(String userId) {
    return new NakamaProfile(userId, "", "");
  }
}

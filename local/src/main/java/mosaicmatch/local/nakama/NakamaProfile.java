package mosaicmatch.local.nakama;

import mosaicmatch.pool.SeekerId;

/**
 * What somebody signs up with.
 *
 * @param userId their custom id, which is their seeker id, of the form that {@link SeekerId} asks
 *     for
 * @param displayName the name that others see, or empty
 * @param avatarUrl where their picture is, or empty
 */
public record NakamaProfile(String userId, String displayName, String avatarUrl) {

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it is empty, too long, or has a character that is refused
   */
  public NakamaProfile {
    var _ = new SeekerId(userId);
  }

  /** Somebody of whom only the id is known. */
  public static NakamaProfile of(String userId) {
    return new NakamaProfile(userId, "", "");
  }
}

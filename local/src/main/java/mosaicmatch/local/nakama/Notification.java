package mosaicmatch.local.nakama;

import java.time.Instant;
import java.util.UUID;

/**
 * What tells a user of a match, kept until they delete it.
 *
 * @param id always the same for a cycle, pair and user
 * @param userId the custom id of whom it is for
 * @param cycleId the cycle whose match it is
 * @param pairKey the pair whose match it is
 * @param partnerId the custom id of the other
 * @param groupId the match room
 * @param channelId the room's chat channel
 * @param score the pair's score
 * @param createdAt when it was sent
 */
public record Notification(
    UUID id,
    String userId,
    String cycleId,
    String pairKey,
    String partnerId,
    UUID groupId,
    String channelId,
    double score,
    Instant createdAt) {

  /** The code of every such notification; Nakama's own have codes below 1. */
  public static final int CODE = 100;

  /** The subject of every such notification. */
  public static final String SUBJECT = "mosaic_match";

  static Notification of(Room room, UUID id, String userId, String partnerId) {
    return new Notification(
        id,
        userId,
        room.cycleId(),
        room.pairKey(),
        partnerId,
        room.groupId(),
        room.channelId(),
        room.score(),
        room.createdAt());
  }
}

package mosaicmatch.local.nakama;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A match room: a Nakama group that is open, takes two members, and belongs to nobody.
 *
 * @param groupId the group
 * @param name the group's name, unique, at most 255 characters
 * @param cycleId the cycle whose match it is
 * @param pairKey the pair whose match it is
 * @param members the custom ids of those who are in it, sorted; fewer than two only after an
 *     account was deleted
 * @param score the pair's score
 * @param createdAt when it was opened
 */
public record Room(
    UUID groupId,
    String name,
    String cycleId,
    String pairKey,
    List<String> members,
    double score,
    Instant createdAt) {

  /** Most members that a room takes. */
  public static final int MAX_MEMBERS = 2;

  /** Who created it: nobody, so that no member can delete it from a client. */
  public static final UUID CREATOR_ID = new UUID(0, 0);

  /**
   * Checks the members.
   *
   * @throws IllegalArgumentException if they are more than {@link #MAX_MEMBERS}
   */
  public Room {
    members = members.stream().sorted().toList();
    if (members.size() > MAX_MEMBERS) {
      throw new IllegalArgumentException("a room has at most " + MAX_MEMBERS + " members");
    }
  }

  /** The group's chat channel. */
  public String channelId() {
    return "3." + groupId + "..";
  }

  static Room of(Change.Opened opened) {
    MatchKey key = opened.key();
    return new Room(
        key.groupId(),
        key.roomName(),
        key.cycleId(),
        key.pairKey(),
        opened.users(),
        opened.score(),
        opened.at());
  }

  Room with(List<String> users) {
    return new Room(groupId, name, cycleId, pairKey, users, score, createdAt);
  }

  Room without(String userId) {
    return with(members.stream().filter(member -> !member.equals(userId)).toList());
  }
}

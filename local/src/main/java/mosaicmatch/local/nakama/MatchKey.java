package mosaicmatch.local.nakama;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** What a match is known by; room name, group and notifications all follow from it. */
record MatchKey(String cycleId, String pairKey) {

  private static final int NAME_HASH_BYTES = 16;

  /** The pair key of two users: both ids, the lower one by UTF-8 bytes first, joined by '#'. */
  static String pairKeyOf(String one, String other) {
    boolean inOrder = Arrays.compareUnsigned(utf8(one), utf8(other)) <= 0;
    return inOrder ? one + "#" + other : other + "#" + one;
  }

  /**
   * Hashed, since a Nakama group's name has at most 255 characters and a pair key may have more.
   */
  String roomName() {
    byte[] hash = Arrays.copyOf(Hash.of("room", cycleId, pairKey), NAME_HASH_BYTES);
    return "mosaic:" + cycleId + ":" + HexFormat.of().formatHex(hash);
  }

  UUID groupId() {
    return Hash.uuid("group", cycleId, pairKey);
  }

  UUID notificationId(String userId) {
    return Hash.uuid("notification", cycleId, pairKey, userId);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

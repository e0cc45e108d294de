package mosaicmatch.local.nakama;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The RPCs of match rooms, by name. */
record MatchRpcs(MatchServer server, Fault fault) {

  private static final int CYCLE_ID_CHARACTERS = 64;
  private static final int USER_ID_CHARACTERS = 128;
  private static final int PAIR_KEY_CHARACTERS = 2 * USER_ID_CHARACTERS + 1;
  private static final int REASON_CHARACTERS = 1024;
  private static final int MOST_USERS = 100;

  private record Opened(
      UUID groupId, String channelId, boolean created, boolean notified1, boolean notified2) {}

  private record Closed(boolean closed, boolean existed) {}

  private record Users(List<NakamaUser> users) {}

  Map<String, Rpc> byName() {
    return Map.of(
        "mosaic_create_match", this::create,
        "mosaic_close_match", this::close,
        "mosaic_users", this::users);
  }

  private Object create(Payload payload) {
    MatchKey key = key(payload);
    String user1 = payload.text("user1", USER_ID_CHARACTERS);
    String user2 = payload.text("user2", USER_ID_CHARACTERS);
    double score = payload.number("score");
    requirePair(key.pairKey(), user1, user2);
    if (fault.strikes(key.pairKey())) {
      throw new RpcException(GrpcCode.UNAVAILABLE, "unavailable for this pair: a fault is set");
    }
    MatchServer.Opening opening = server.open(key, user1, user2, score);
    return new Opened(
        opening.room().groupId(),
        opening.room().channelId(),
        opening.created(),
        opening.notified1(),
        opening.notified2());
  }

  private static void requirePair(String pairKey, String user1, String user2) {
    if (user1.equals(user2)) {
      throw RpcException.invalid("user1 and user2 must differ");
    }
    if (!pairKey.equals(MatchKey.pairKeyOf(user1, user2))) {
      throw RpcException.invalid(
          "pair_key must be user1 and user2, the lower one by UTF-8 bytes first, joined by #");
    }
  }

  private Object close(Payload payload) {
    MatchKey key = key(payload);
    String reason = payload.text("reason", REASON_CHARACTERS);
    return new Closed(true, server.close(key, reason));
  }

  private Object users(Payload payload) {
    return new Users(server.users(payload.texts("user_ids", MOST_USERS, USER_ID_CHARACTERS)));
  }

  private static MatchKey key(Payload payload) {
    return new MatchKey(
        payload.text("cycle_id", CYCLE_ID_CHARACTERS),
        payload.text("pair_key", PAIR_KEY_CHARACTERS));
  }
}

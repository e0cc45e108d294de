package mosaicmatch.local.nakama;

import java.util.Map;
import mosaicmatch.json.Json;

/** RPCs that a real Nakama does not have: what the command line asks of the stand-in. */
record DeskRpcs(MatchServer server) {

  static final String SIGN_UP = "mosaic_local_sign_up";
  static final String LOOK = "mosaic_local_look";
  static final String DELETE = "mosaic_local_delete";

  /** In one call. */
  static final int MOST_USERS = 1_000;

  private static final int USER_ID_CHARACTERS = 128;
  private static final int PAIR_KEY_CHARACTERS = 2 * USER_ID_CHARACTERS + 1;
  private static final int CYCLE_ID_CHARACTERS = 64;

  private record SignedUp(int made) {}

  /** Whether there was an account. */
  record Deleted(boolean found) {}

  Map<String, Rpc> byName() {
    return Map.of(SIGN_UP, this::signUp, LOOK, this::look, DELETE, this::delete);
  }

  private Object signUp(Payload payload) {
    return new SignedUp(
        server.signUp(
            payload.texts("user_ids", MOST_USERS, USER_ID_CHARACTERS).stream()
                .map(NakamaProfile::of)
                .toList()));
  }

  private Object delete(Payload payload) {
    return new Deleted(server.deleteAccount(payload.text("user_id", USER_ID_CHARACTERS)));
  }

  private Object look(Payload payload) {
    MatchKey key =
        new MatchKey(
            payload.text("cycle_id", CYCLE_ID_CHARACTERS),
            payload.text("pair_key", PAIR_KEY_CHARACTERS));
    String[] users = key.pairKey().split("#", 2);
    return Json.mapper()
        .valueToTree(
            new MatchView(
                server.room(key), notified(users[0]), users.length < 2 ? 0 : notified(users[1])));
  }

  private int notified(String user) {
    return server.notificationsOf(user).size();
  }
}

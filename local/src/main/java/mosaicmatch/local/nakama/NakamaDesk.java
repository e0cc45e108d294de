package mosaicmatch.local.nakama;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mosaicmatch.json.Json;

/** Asks a stand-in that runs in this process or in another one on this machine. */
public final class NakamaDesk {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final URI nakama;
  private final String authorization;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * At the stand-in.
   *
   * @param httpKey its http key
   */
  public NakamaDesk(URI nakama, String httpKey) {
    this.nakama = nakama;
    this.authorization =
        "Basic "
            + Base64.getEncoder().encodeToString((httpKey + ":").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Makes accounts for those who have none.
   *
   * @throws DeskClosedException if the stand-in can't be asked, or refuses
   * @throws InterruptedException if the thread was told to stop
   */
  public void signUp(List<String> userIds) throws InterruptedException {
    for (int from = 0; from < userIds.size(); from += DeskRpcs.MOST_USERS) {
      var some = userIds.subList(from, Math.min(from + DeskRpcs.MOST_USERS, userIds.size()));
      ask(DeskRpcs.SIGN_UP, Map.of("user_ids", some));
    }
  }

  /**
   * Looks at a match.
   *
   * @throws DeskClosedException if the stand-in can't be asked, or refuses
   * @throws InterruptedException if the thread was told to stop
   */
  public MatchView look(String cycleId, String pairKey) throws InterruptedException {
    var answer = ask(DeskRpcs.LOOK, Map.of("cycle_id", cycleId, "pair_key", pairKey));
    try {
      return Json.mapper().readValue(answer, MatchView.class);
    } catch (IOException e) {
      throw new DeskClosedException(nakama, e);
    }
  }

  /**
   * Deletes an account, and with it its notifications and memberships.
   *
   * @return whether there was one
   * @throws DeskClosedException if the stand-in can't be asked, or refuses
   * @throws InterruptedException if the thread was told to stop
   */
  public boolean deleteUser(String userId) throws InterruptedException {
    var answer = ask(DeskRpcs.DELETE, Map.of("user_id", userId));
    try {
      return Json.mapper().readValue(answer, DeskRpcs.Deleted.class).found();
    } catch (IOException e) {
      throw new DeskClosedException(nakama, e);
    }
  }

  private byte[] ask(String rpc, Map<String, Object> payload) throws InterruptedException {
    try {
      var answer = http.send(request(rpc, payload), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK) {
        throw new DeskClosedException(nakama, answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new DeskClosedException(nakama, e);
    }
  }

  private HttpRequest request(String rpc, Map<String, Object> payload) throws IOException {
    return HttpRequest.newBuilder(nakama.resolve("/v2/rpc/" + rpc + "?unwrap"))
        .timeout(DEADLINE)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(payload)))
        .build();
  }
}

package mosaicmatch.nakama;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.http.ServiceGuard;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.secrets.Secrets;
import mosaicmatch.settings.Environment;

/** Match rooms by the RPCs of Nakama's server module. */
public final class NakamaClient implements MatchRooms {

  private static final String UNKNOWN_USER = "unknown custom id: ";
  private static final String CLOSED = "match is closed";

  /** What saturates one server; more calls at a time only wait there. */
  private static final int MAX_CONCURRENCY = 4;

  private final NakamaRpc rpc;

  /**
   * A client of one server.
   *
   * @param server its address, without a path
   * @param httpKey gives the http key to use now, so that it can be rotated
   */
  public NakamaClient(URI server, Supplier<String> httpKey) {
    this(server, httpKey, ServiceGuard.of(server, MAX_CONCURRENCY));
  }

  NakamaClient(URI server, Supplier<String> httpKey, ServiceGuard guard) {
    rpc = new NakamaRpc(server, httpKey, guard);
  }

  /**
   * A client set up by {@code MOSAIC_NAKAMA_URL}, {@code MOSAIC_NAKAMA_MAX_CONCURRENCY}, and {@code
   * MOSAIC_NAKAMA_SECRET}, the name of a secret that holds {@code {"http_key":"…"}}.
   *
   * @throws mosaicmatch.settings.MissingSettingException if the address is missing
   */
  public static MatchRooms of(Environment environment, Secrets secrets) {
    var name = environment.textOr("MOSAIC_NAKAMA_SECRET", "mosaicmatch/nakama-http-key");
    var server = environment.url("MOSAIC_NAKAMA_URL", "https://nakama.example.com:7350");
    int most = environment.intOr("MOSAIC_NAKAMA_MAX_CONCURRENCY", MAX_CONCURRENCY, 1, 64);
    return new NakamaClient(
        server,
        () -> secrets.json(name, KeyText.class, "{\"http_key\":\"…\"}").httpKey(),
        ServiceGuard.of(server, most));
  }

  @Override
  public MatchRoom open(CycleId cycle, PairKey pair, SeekerId user1, SeekerId user2, double score) {
    try {
      return rpc.call(
          "mosaic_create_match",
          new CreateMatch(cycle, pair, user1, user2, score),
          MatchRoom.class);
    } catch (RpcRefusedException e) {
      if (e.isConflict(CLOSED)) {
        throw new MatchClosedException(pair);
      }
      throw Stream.of(user1, user2)
          .filter(user -> e.isNotFound(UNKNOWN_USER + user))
          .findFirst()
          .<RuntimeException>map(UnknownNakamaUserException::new)
          .orElseGet(e::unexpected);
    }
  }

  @Override
  public void close(CycleId cycle, PairKey pair, String reason) {
    callOnly("mosaic_close_match", new CloseMatch(cycle, pair, reason), Closed.class);
  }

  @Override
  public Set<SeekerId> gone(List<SeekerId> users) {
    var gone = new HashSet<>(users);
    callOnly("mosaic_users", new UserIds(users), Users.class)
        .users()
        .forEach(user -> gone.remove(user.userId()));
    return Set.copyOf(gone);
  }

  private <T> T callOnly(String name, Object body, Class<T> type) {
    try {
      return rpc.call(name, body, type);
    } catch (RpcRefusedException e) {
      throw e.unexpected();
    }
  }

  private record KeyText(String httpKey) {}

  private record CreateMatch(
      CycleId cycleId, PairKey pairKey, SeekerId user1, SeekerId user2, double score) {}

  private record CloseMatch(CycleId cycleId, PairKey pairKey, String reason) {}

  private record Closed(boolean closed) {}

  private record UserIds(List<SeekerId> userIds) {}

  private record Users(List<User> users) {
    private record User(SeekerId userId) {}
  }
}

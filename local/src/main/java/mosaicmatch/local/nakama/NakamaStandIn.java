package mosaicmatch.local.nakama;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A stand-in for a Nakama server: it answers the RPCs {@code mosaic_create_match}, {@code
 * mosaic_close_match} and {@code mosaic_users} under {@code /v2/rpc/} with a real one's statuses
 * and error bodies, and {@code /healthcheck}. What it acknowledged is on disk and outlives it.
 */
public final class NakamaStandIn implements AutoCloseable {

  private final MatchServer server;
  private final HttpEdge edge;

  private NakamaStandIn(MatchServer server, HttpEdge edge) {
    this.server = server;
    this.edge = edge;
  }

  /**
   * Starts it with what an earlier one left in the same home.
   *
   * @throws NakamaPortTakenException if another program uses the port
   * @throws LogInUseException if another program uses the home
   * @throws LogCorruptException if what is there is damaged before its last line
   * @throws LogUnreadableException if the home cannot be opened or read
   */
  public static NakamaStandIn start(NakamaSettings settings) {
    ServerState state = new ServerState();
    ChangeLog log = ChangeLog.open(settings.home(), state::apply);
    MatchServer server = new MatchServer(state, log, settings.clock());
    try {
      return new NakamaStandIn(server, HttpEdge.start(settings, gate(settings, server)));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static RpcGate gate(NakamaSettings settings, MatchServer server) {
    Map<String, Rpc> rpcs = new HashMap<>(new MatchRpcs(server, settings.fault()).byName());
    settings
        .fault()
        .openingsPerSecond()
        .ifPresent(
            most -> {
              var turnstile = new Turnstile(most, settings.clock());
              rpcs.computeIfPresent("mosaic_create_match", (_, rpc) -> turnstile.before(rpc));
            });
    rpcs.putAll(new DeskRpcs(server).byName());
    return new RpcGate(new HttpKey(settings.httpKey()), rpcs);
  }

  /** Where it listens, such as {@code http://127.0.0.1:7350}. */
  public URI uri() {
    return edge.uri();
  }

  /**
   * Makes the accounts that are not there yet; those that are stay as they are.
   *
   * @return how many were made
   * @throws LogUnwritableException if they can't be kept
   */
  public int addUsers(Collection<NakamaProfile> profiles) {
    return server.signUp(profiles);
  }

  /**
   * Deletes an account, and with it its notifications and memberships.
   *
   * @param userId the custom id
   * @return whether there was one
   * @throws LogUnwritableException if that can't be kept
   */
  public boolean deleteUser(String userId) {
    return server.deleteAccount(userId);
  }

  /**
   * Deletes a notification, as its receiver does; it does not come back.
   *
   * @return whether there was one
   * @throws LogUnwritableException if that can't be kept
   */
  public boolean deleteNotification(String userId, UUID id) {
    return server.deleteNotification(userId, id);
  }

  /** All accounts, the oldest first. */
  public List<NakamaUser> users() {
    return server.users();
  }

  /** All rooms that are open, the oldest first. */
  public List<Room> rooms() {
    return server.rooms();
  }

  /** The room of a pair in a cycle. */
  public Optional<Room> room(String cycleId, String pairKey) {
    return server.room(new MatchKey(cycleId, pairKey));
  }

  /** A user's notifications, the oldest first. */
  public List<Notification> notificationsOf(String userId) {
    return server.notificationsOf(userId);
  }

  /** Stops it; calls under way are cut off, and their callers may repeat them later. */
  @Override
  public void close() {
    edge.close();
    server.close();
  }
}

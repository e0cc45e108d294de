package mosaicmatch.local.nakama;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What can be done to the server, one thing at a time. Nothing is done, refused or repeated before
 * the disk has all that the answer rests on.
 */
final class MatchServer implements AutoCloseable {

  private final ServerState state;
  private final ChangeLog log;
  private final InstantSource clock;

  MatchServer(ServerState state, ChangeLog log, InstantSource clock) {
    this.state = state;
    this.log = log;
    this.clock = clock;
  }

  /** The room of a match, and what became of the call that asked for it. */
  record Opening(Room room, boolean created, boolean notified1, boolean notified2) {}

  /**
   * Opens a match's room with both users in it and notifies each of them once.
   *
   * @throws RpcException if the match is closed or a user is not known
   */
  Opening open(MatchKey key, String user1, String user2, double score) {
    return durably(
        () -> {
          requireOpen(key);
          requireUser(user1);
          requireUser(user2);
          boolean created = state.room(key).isEmpty();
          Room room = roomWithBoth(key, Stream.of(user1, user2).sorted().toList(), score);
          return new Opening(
              room, created, state.isNotified(key, user1), state.isNotified(key, user2));
        });
  }

  private Room roomWithBoth(MatchKey key, List<String> users, double score) {
    if (state.room(key).filter(room -> room.members().equals(users)).isEmpty()) {
      make(new Change.Opened(key, users, score, clock.millis()));
    }
    return state.room(key).orElseThrow();
  }

  private void requireOpen(MatchKey key) {
    if (state.tombstone(key).isPresent()) {
      throw new RpcException(GrpcCode.ABORTED, "match is closed");
    }
  }

  private void requireUser(String userId) {
    if (state.user(userId).isEmpty()) {
      throw new RpcException(GrpcCode.NOT_FOUND, "unknown custom id: " + userId);
    }
  }

  /**
   * Closes a match for ever: its room and notifications go, and none comes back.
   *
   * @return whether there was a room; the same however often it is asked
   */
  boolean close(MatchKey key, String reason) {
    return durably(
        () -> {
          if (state.tombstone(key).isEmpty()) {
            make(new Change.Closed(key, reason, clock.millis()));
          }
          return state.tombstone(key).orElseThrow();
        });
  }

  /** Makes the accounts that are not there yet; says how many those were. */
  int signUp(Collection<NakamaProfile> profiles) {
    return durably(() -> profiles.stream().mapToInt(profile -> signUp(profile) ? 1 : 0).sum());
  }

  private boolean signUp(NakamaProfile profile) {
    boolean isNew = state.user(profile.userId()).isEmpty();
    if (isNew) {
      make(new Change.SignedUp(account(profile)));
    }
    return isNew;
  }

  private NakamaUser account(NakamaProfile profile) {
    UUID id = Hash.uuid("user", profile.userId(), Long.toString(state.signUps()));
    return new NakamaUser(
        profile.userId(), id, profile.userId(), profile.displayName(), profile.avatarUrl());
  }

  /** Deletes an account; says whether there was one. */
  boolean deleteAccount(String userId) {
    return makeIf(state -> state.user(userId).isPresent(), new Change.AccountDeleted(userId));
  }

  /** Deletes a notification as its receiver; says whether there was one. */
  boolean deleteNotification(String userId, UUID id) {
    return makeIf(
        state -> state.hasNotification(userId, id), new Change.NotificationDeleted(userId, id));
  }

  private boolean makeIf(Predicate<ServerState> condition, Change change) {
    return durably(
        () -> {
          boolean applies = condition.test(state);
          if (applies) {
            make(change);
          }
          return applies;
        });
  }

  synchronized List<NakamaUser> users() {
    return List.copyOf(state.users());
  }

  synchronized List<NakamaUser> users(Collection<String> userIds) {
    return userIds.stream().distinct().flatMap(id -> state.user(id).stream()).toList();
  }

  synchronized List<Room> rooms() {
    return List.copyOf(state.rooms());
  }

  synchronized Optional<Room> room(MatchKey key) {
    return state.room(key);
  }

  synchronized List<Notification> notificationsOf(String userId) {
    return state.notificationsOf(userId);
  }

  private void make(Change change) {
    log.append(change);
    state.apply(change);
  }

  private <T> T durably(Supplier<T> work) {
    try {
      synchronized (this) {
        return work.get();
      }
    } finally {
      log.force();
    }
  }

  @Override
  public void close() {
    log.close();
  }
}

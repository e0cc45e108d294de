package mosaicmatch.nakama;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;

/** Match rooms in memory, with accounts that can be deleted and a server that can be taken down. */
public final class InMemoryMatchRooms implements MatchRooms {

  /** A room, whom it holds, and how often it was asked for. */
  public record Room(String groupId, List<SeekerId> members, int openings) {}

  private record Key(CycleId cycle, PairKey pair) {}

  private final Map<Key, Room> rooms = new HashMap<>();
  private final Set<Key> closed = new HashSet<>();
  private final Set<SeekerId> deleted = new HashSet<>();
  private final Map<SeekerId, Integer> notifications = new HashMap<>();
  private boolean down;

  @Override
  public synchronized MatchRoom open(
      CycleId cycle, PairKey pair, SeekerId user1, SeekerId user2, double score) {
    requireUp();
    var key = new Key(cycle, pair);
    if (closed.contains(key)) {
      throw new MatchClosedException(pair);
    }
    boolean created = !rooms.containsKey(key);
    if (created) {
      Stream.of(user1, user2)
          .filter(deleted::contains)
          .findFirst()
          .ifPresent(
              user -> {
                throw new UnknownNakamaUserException(user);
              });
      notifications.merge(user1, 1, Integer::sum);
      notifications.merge(user2, 1, Integer::sum);
    }
    var room =
        rooms.merge(
            key,
            new Room("group-" + cycle + "-" + pair, List.of(user1, user2), 1),
            (old, again) -> new Room(old.groupId, old.members, old.openings + 1));
    return new MatchRoom(room.groupId, "3." + room.groupId + "..", created, true, true);
  }

  @Override
  public synchronized void close(CycleId cycle, PairKey pair, String reason) {
    requireUp();
    var key = new Key(cycle, pair);
    closed.add(key);
    Optional.ofNullable(rooms.remove(key))
        .ifPresent(
            room -> room.members().forEach(user -> notifications.merge(user, -1, Integer::sum)));
  }

  @Override
  public synchronized Set<SeekerId> gone(List<SeekerId> users) {
    requireUp();
    return users.stream().filter(deleted::contains).collect(Collectors.toUnmodifiableSet());
  }

  private void requireUp() {
    if (down) {
      throw new NakamaUnavailableException("nakama is down");
    }
  }

  /** Takes the server down, or up again. */
  public synchronized void down(boolean isDown) {
    down = isDown;
  }

  /** Deletes an account. */
  public synchronized void delete(SeekerId user) {
    deleted.add(user);
  }

  /** Makes an account anew that was deleted. */
  public synchronized void makeAnew(SeekerId user) {
    deleted.remove(user);
  }

  /** The room of a pair. */
  public synchronized Optional<Room> room(CycleId cycle, PairKey pair) {
    return Optional.ofNullable(rooms.get(new Key(cycle, pair)));
  }

  /** All rooms. */
  public synchronized List<Room> rooms() {
    return List.copyOf(rooms.values());
  }

  /** True once the match was closed. */
  public synchronized boolean isClosed(CycleId cycle, PairKey pair) {
    return closed.contains(new Key(cycle, pair));
  }

  /** How many notifications a user has. */
  public synchronized int notifications(SeekerId user) {
    return notifications.getOrDefault(user, 0);
  }
}

package mosaicmatch.local.nakama;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the server knows: accounts, rooms, tombstones, notifications. Not for several threads. */
final class ServerState {

  private final Map<String, NakamaUser> users = new LinkedHashMap<>();
  private final Map<MatchKey, Room> rooms = new LinkedHashMap<>();
  private final Map<MatchKey, Boolean> tombstones = new HashMap<>();
  private final Map<String, Map<UUID, Notification>> inboxes = new HashMap<>();
  private final Set<UUID> sent = new HashSet<>();
  private long signUps;

  void apply(Change change) {
    switch (change) {
      case Change.SignedUp signedUp -> signUp(signedUp.user());
      case Change.AccountDeleted deleted -> deleteAccount(deleted.userId());
      case Change.Opened opened -> open(opened);
      case Change.Closed closed -> close(closed.key());
      case Change.NotificationDeleted deleted -> take(deleted.userId(), deleted.id());
    }
  }

  private void signUp(NakamaUser user) {
    signUps++;
    users.put(user.userId(), user);
  }

  private void deleteAccount(String userId) {
    users.remove(userId);
    inboxes.remove(userId);
    rooms.replaceAll((key, room) -> room.without(userId));
  }

  private void open(Change.Opened opened) {
    Room room = rooms.merge(opened.key(), Room.of(opened), (old, same) -> old.with(opened.users()));
    String one = opened.users().getFirst();
    String other = opened.users().getLast();
    notify(opened.key(), room, one, other);
    notify(opened.key(), room, other, one);
  }

  private void notify(MatchKey key, Room room, String userId, String partnerId) {
    UUID id = key.notificationId(userId);
    if (sent.add(id)) {
      inboxes
          .computeIfAbsent(userId, user -> new LinkedHashMap<>())
          .put(id, Notification.of(room, id, userId, partnerId));
    }
  }

  private void close(MatchKey key) {
    Optional<Room> room = Optional.ofNullable(rooms.remove(key));
    tombstones.putIfAbsent(key, room.isPresent());
    room.ifPresent(r -> r.members().forEach(user -> take(user, key.notificationId(user))));
  }

  private void take(String userId, UUID notification) {
    Optional.ofNullable(inboxes.get(userId)).ifPresent(inbox -> inbox.remove(notification));
  }

  /** How many accounts were ever made. */
  long signUps() {
    return signUps;
  }

  Optional<NakamaUser> user(String userId) {
    return Optional.ofNullable(users.get(userId));
  }

  Collection<NakamaUser> users() {
    return users.values();
  }

  Optional<Room> room(MatchKey key) {
    return Optional.ofNullable(rooms.get(key));
  }

  Collection<Room> rooms() {
    return rooms.values();
  }

  /** Whether there was a room when the match was closed; empty if it was never closed. */
  Optional<Boolean> tombstone(MatchKey key) {
    return Optional.ofNullable(tombstones.get(key));
  }

  boolean isNotified(MatchKey key, String userId) {
    return sent.contains(key.notificationId(userId));
  }

  boolean hasNotification(String userId, UUID id) {
    return inboxes.getOrDefault(userId, Map.of()).containsKey(id);
  }

  List<Notification> notificationsOf(String userId) {
    return new ArrayList<>(inboxes.getOrDefault(userId, Map.of()).values());
  }
}

package mosaicmatch.local.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lock.LockState;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;

/** The promises of the design, checked against all that is stored. */
final class Promises {

  private final CycleWorld world;
  private final List<AuditEntry> entries;

  private Promises(CycleWorld world) {
    this.world = world;
    entries =
        world.records.all(false).map(CycleRecord::cycleId).sorted().distinct().toList().stream()
            .flatMap(cycle -> world.trail.entriesOf(cycle).stream())
            .toList();
  }

  /** Checks what must hold at every moment. */
  static void holdNow(CycleWorld world) {
    var promises = new Promises(world);
    promises.inOneLivePair();
    promises.oneMatchForAnOptIn();
    promises.inOneRoom();
  }

  /** Checks what must hold when all is quiet. */
  static void holdAtRest(CycleWorld world) {
    var promises = new Promises(world);
    promises.inOneLivePair();
    promises.oneMatchForAnOptIn();
    promises.inOneRoom();
    promises.everyPairHasEnded();
    promises.completedPairsAreWhole();
    promises.otherPairsLeaveNoTrace();
    promises.nobodyIsHeld();
    promises.nothingIsConsumedInVain();
    promises.pairsAreOfTheOnePlan();
    promises.excludedAreApart();
    promises.lockIsFree();
  }

  static void require(boolean holds, Supplier<String> broken) {
    if (!holds) {
      throw new AssertionError(broken.get());
    }
  }

  private void inOneLivePair() {
    var live = new HashSet<SeekerId>();
    for (var entry : entries) {
      if (!entry.status().isTerminal()) {
        for (var member : entry.members()) {
          require(
              live.add(member.userId()),
              () -> "1: " + member.userId() + " is in two live pairs, one of them " + told(entry));
        }
      }
    }
  }

  private void oneMatchForAnOptIn() {
    var matched = new HashSet<OptIn>();
    for (var entry : completed()) {
      for (var member : entry.members()) {
        require(matched.add(member), () -> "2: one opt-in has two matches: " + member);
      }
    }
  }

  private void inOneRoom() {
    var housed = new HashSet<SeekerId>();
    for (var room : world.rooms.rooms()) {
      for (var member : room.members()) {
        require(
            housed.add(member) || hasOptedInAgain(member),
            () -> "1: " + member + " is in two rooms");
      }
    }
  }

  private boolean hasOptedInAgain(SeekerId member) {
    return entries.stream()
            .flatMap(entry -> entry.members().stream())
            .filter(optIn -> optIn.userId().equals(member))
            .distinct()
            .count()
        > 1;
  }

  private void everyPairHasEnded() {
    for (var entry : entries) {
      require(entry.status().isTerminal(), () -> "4: unfinished for ever: " + told(entry));
    }
  }

  private void completedPairsAreWhole() {
    Map<SeekerId, Integer> matches = new HashMap<>();
    for (var entry : completed()) {
      var ids = entry.members().stream().map(OptIn::userId).toList();
      ids.forEach(id -> matches.merge(id, 1, Integer::sum));
      var room = world.rooms.room(entry.cycleId(), entry.pairKey());
      require(room.isPresent(), () -> "3: no room of " + told(entry));
      require(room.get().members().equals(ids), () -> "3: others in the room of " + told(entry));
      require(
          entry.channelId().equals(Optional.of("3." + room.get().groupId() + "..")),
          () -> "3: another room is recorded of " + told(entry));
      require(
          entry.members().stream().allMatch(member -> isMatchedBy(member, entry)),
          () -> "3: the register does not know of " + told(entry));
    }
    for (var id : everybody()) {
      require(
          world.rooms.notifications(id) == matches.getOrDefault(id, 0),
          () ->
              "3: %s has %d notifications of %d matches"
                  .formatted(id, world.rooms.notifications(id), matches.getOrDefault(id, 0)));
    }
  }

  private void otherPairsLeaveNoTrace() {
    for (var entry : entries) {
      if (entry.status() != PairStatus.COMPLETED) {
        require(
            world.rooms.room(entry.cycleId(), entry.pairKey()).isEmpty(),
            () -> "4: a room of " + told(entry));
        require(
            entry.members().stream()
                .noneMatch(member -> isMatchedBy(member, entry) && !entry.isGone(member)),
            () -> "4: the register holds a match of " + told(entry));
      }
    }
  }

  private boolean isMatchedBy(OptIn member, AuditEntry entry) {
    var standing = world.traits.standing(member.userId());
    var hasOptedInAgain =
        standing.optedInAt().filter(at -> at.isAfter(member.optedInAt())).isPresent();
    return entry.status() == PairStatus.COMPLETED && hasOptedInAgain
        || standing.isMatchedBy(entry.cycleId(), entry.pairKey());
  }

  private void nobodyIsHeld() {
    for (var claim : world.claims.find(everybody())) {
      require(!claim.live(), () -> "4: held for ever: " + claim);
    }
  }

  /** What is consumed led to a match, or belongs to somebody whose account is gone. */
  private void nothingIsConsumedInVain() {
    var matched =
        completed().stream().flatMap(entry -> entry.members().stream()).collect(Collectors.toSet());
    for (var waiting : world.traits.waiting(1000)) {
      require(
          !matched.contains(waiting.optIn()),
          () -> "2: waits by an opt-in that was matched: " + waiting.optIn());
      require(
          world.claims.find(List.of(waiting.userId())).stream()
                  .allMatch(claim -> claim.leavesFree(waiting.optIn()))
              || isGone(waiting.userId()),
          () -> "4: waits but can't be matched: " + waiting.optIn());
    }
  }

  private boolean isGone(SeekerId id) {
    return !world.rooms.gone(List.of(id)).isEmpty();
  }

  private void pairsAreOfTheOnePlan() {
    for (var record : world.records.all(false).toList()) {
      Set<PairKey> planned =
          record.plan().stream()
              .flatMap(plan -> world.read(world.store.pairs(plan.plan().pairsKey())).stream())
              .map(PlannedPair::pairKey)
              .collect(Collectors.toSet());
      for (var entry : world.trail.entriesOf(record.cycleId())) {
        require(
            planned.contains(entry.pairKey()), () -> "5: not in its cycle's plan: " + told(entry));
      }
    }
  }

  private void excludedAreApart() {
    for (var entry : completed()) {
      require(
          !world.keptApart.contains(entry.pairKey()),
          () -> "6: matched, though kept apart: " + told(entry));
    }
  }

  private void lockIsFree() {
    require(
        world.lock.state().flatMap(LockState::owner).isEmpty(),
        () -> "7: the lock is held at the end: " + world.lock.state());
  }

  private List<AuditEntry> completed() {
    return entries.stream().filter(entry -> entry.status() == PairStatus.COMPLETED).toList();
  }

  private Set<SeekerId> everybody() {
    return world.optIns.values().stream()
        .map(OptIn::userId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** An entry in a few words. */
  static String told(AuditEntry entry) {
    return "%s of %s, %s, metadata %s, %s, last error %s"
        .formatted(
            entry.pairKey(),
            entry.cycleId(),
            entry.status().wireName(),
            entry.metadataUpdated(),
            entry.channelId().isPresent() ? "room recorded" : "no room recorded",
            entry.lastError().orElse("none"));
  }

  /** How the pairs of a cycle ended, by their keys. */
  static Map<String, PairStatus> ends(CycleWorld world, CycleId cycle) {
    return world.trail.entriesOf(cycle).stream()
        .collect(Collectors.toMap(entry -> entry.pairKey().value(), AuditEntry::status));
  }
}

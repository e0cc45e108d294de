package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.local.operate.CycleReplay;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.registry.Seeker;
import mosaicmatch.traitservice.registry.SeekerStatus;

/**
 * Checks the seven promises against all that a system has stored, once nothing runs any more: what
 * was begun has ended then, and the lock is free.
 */
final class StoredPromises {

  private final SystemState state;
  private final Set<SeekerId> leavers;
  private final List<String> broken = new ArrayList<>();

  private StoredPromises(SystemState state, Set<SeekerId> leavers) {
    this.state = state;
    this.leavers = leavers;
  }

  /** Fails with each broken promise and where it is broken. */
  static void hold(RealSystem system) throws InterruptedException {
    hold(system, Set.of());
  }

  /**
   * The same where some opted out by their own will.
   *
   * @param leavers who did
   */
  static void hold(RealSystem system, Set<SeekerId> leavers) throws InterruptedException {
    var broken = broken(system, leavers);
    RealPartsRow.checked(broken.size());
    assertThat(broken).as("broken promises").isEmpty();
  }

  /** Each broken promise and where it is broken. */
  static List<String> broken(RealSystem system, Set<SeekerId> leavers) throws InterruptedException {
    return new StoredPromises(SystemState.of(system.stack(), system.replayed()), leavers).check();
  }

  private List<String> check() {
    state.entries().forEach(this::checkEntry);
    state.seekers().values().forEach(this::checkSeeker);
    state.claims().keySet().forEach(this::checkClaim);
    state
        .replays()
        .forEach(
            (cycle, verdict) ->
                promise(
                    5,
                    verdict == CycleReplay.Verdict.IDENTICAL,
                    "the plan of " + cycle + " is " + verdict.wireName()));
    promise(
        7,
        state.lock().flatMap(lock -> lock.owner()).isEmpty(),
        "the lock is held by " + state.lock().flatMap(lock -> lock.owner()).orElse(""));
    return broken;
  }

  private void promise(int number, boolean kept, String where) {
    if (!kept) {
      broken.add("promise " + number + ": " + where);
    }
  }

  private void checkEntry(AuditEntry entry) {
    var where = entry.cycleId() + " " + entry.pairKey() + " " + entry.status().wireName();
    promise(4, entry.status().isTerminal(), "neither finished nor given up: " + where);
    var plan = Optional.ofNullable(state.plans().get(entry.cycleId()));
    promise(
        5,
        plan.isEmpty()
            || plan.get().stream().anyMatch(pair -> isSame(pair.user1(), pair.user2(), entry)),
        "not in its cycle's plan: " + where);
    var match = state.matches().get(entry);
    if (entry.status() == PairStatus.COMPLETED) {
      var ids = entry.members().stream().map(member -> member.userId().value()).toList();
      promise(
          3,
          match.room().filter(room -> room.members().equals(ids)).isPresent(),
          "not one room with its two members: " + where + ", " + match);
      promise(
          3,
          match.room().map(room -> room.channelId()).equals(entry.channelId()),
          "another channel than recorded: " + where);
    } else {
      promise(4, match.room().isEmpty(), "a room of a pair that came to nothing: " + where);
    }
  }

  private static boolean isSame(OptIn user1, OptIn user2, AuditEntry entry) {
    return user1.equals(entry.user1()) && user2.equals(entry.user2());
  }

  private void checkSeeker(Seeker row) {
    var id = row.id();
    var completed = completedOf(id);
    var optIns = completed.stream().map(entry -> optInOf(entry, id)).toList();
    promise(
        2,
        new HashSet<>(optIns).size() == optIns.size(),
        id + " has several matches by one opt-in: " + keys(completed));
    promise(
        3,
        state.notified().getOrDefault(id, 0) == completed.size(),
        id + " has " + state.notified().get(id) + " notifications and " + keys(completed));
    promise(
        6,
        completed.stream().map(AuditEntry::pairKey).distinct().count() == completed.size(),
        id + " met somebody again: " + keys(completed));
    checkStanding(row, completed);
  }

  private void checkStanding(Seeker row, List<AuditEntry> completed) {
    var now = Instant.ofEpochMilli(row.optedInAt());
    var byThisOptIn =
        completed.stream().filter(entry -> optInOf(entry, row.id()).equals(now)).findFirst();
    switch (row.status()) {
      case WAITING ->
          promise(2, byThisOptIn.isEmpty(), row.id() + " waits by an opt-in that led to a match");
      case MATCHED ->
          promise(
              4,
              byThisOptIn.filter(entry -> isMatchOf(row, entry)).isPresent(),
              row.id() + " is matched by no completed pair: " + row.match());
      case OPTED_OUT, ERASED -> {
        promise(4, leavers.contains(row.id()), row.id() + " lost their opt-in");
        promise(6, byThisOptIn.isEmpty(), row.id() + " was matched after opting out");
      }
      case NONE -> promise(4, false, row.id() + " lost their opt-in");
    }
  }

  private static boolean isMatchOf(Seeker row, AuditEntry entry) {
    return row.status() == SeekerStatus.MATCHED
        && row.match()
            .filter(match -> match.pair().cycle().equals(entry.cycleId()))
            .filter(match -> match.pair().pairKey().equals(entry.pairKey().value()))
            .isPresent();
  }

  private void checkClaim(SeekerId id) {
    var claim = state.claims().get(id);
    var unfinished =
        state.entries().stream()
            .filter(entry -> has(entry, id) && !entry.status().isTerminal())
            .toList();
    promise(1, unfinished.size() <= 1, id + " is in several live pairs: " + keys(unfinished));
    promise(
        1,
        claim.live() == (unfinished.size() == 1),
        id + " has a claim that is " + (claim.live() ? "" : "not ") + "live");
    var latest =
        completedOf(id).stream()
            .map(entry -> optInOf(entry, id))
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    promise(
        2, !claim.consumedOptedInAt().isBefore(latest), id + " has a match that consumed nothing");
  }

  private List<AuditEntry> completedOf(SeekerId id) {
    return state.entries().stream()
        .filter(entry -> entry.status() == PairStatus.COMPLETED && has(entry, id))
        .toList();
  }

  private static boolean has(AuditEntry entry, SeekerId id) {
    return entry.members().stream().anyMatch(member -> member.userId().equals(id));
  }

  private static Instant optInOf(AuditEntry entry, SeekerId id) {
    return entry.members().stream()
        .filter(member -> member.userId().equals(id))
        .map(OptIn::optedInAt)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> keys(List<AuditEntry> entries) {
    return entries.stream().map(entry -> entry.cycleId() + " " + entry.pairKey()).toList();
  }
}

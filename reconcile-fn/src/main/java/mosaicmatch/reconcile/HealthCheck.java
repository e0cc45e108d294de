package mosaicmatch.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockState;
import mosaicmatch.reconcile.Health.LastCompleted;
import mosaicmatch.reconcile.Health.Lock;
import mosaicmatch.reconcile.Health.Lock.State;
import mosaicmatch.reconcile.Health.OldestUnfinished;
import mosaicmatch.reconcile.Health.Status;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.CycleStatus;

/** Looks how matching stands; changes nothing. */
final class HealthCheck {

  /** How far back a completed cycle is looked for. */
  private static final int RECENT_CYCLES = 50;

  private final CycleRecords records;
  private final AuditTrail trail;
  private final CycleLock lock;
  private final HealthLimits limits;
  private final InstantSource clock;

  HealthCheck(
      CycleRecords records,
      AuditTrail trail,
      CycleLock lock,
      HealthLimits limits,
      InstantSource clock) {
    this.records = records;
    this.trail = trail;
    this.lock = lock;
    this.limits = limits;
    this.clock = clock;
  }

  Health look() {
    var now = clock.instant();
    var recent = records.latest(false, RECENT_CYCLES);
    var completed = lastCompleted(recent, now);
    var overdue =
        waitingSince(completed, recent).map(since -> limits.rate().times(age(since, now)));
    return judged(completed, overdue, oldestUnfinished(now), lock(now));
  }

  private Health judged(
      Optional<LastCompleted> completed,
      Optional<Double> overdue,
      Optional<OldestUnfinished> unfinished,
      Lock held) {
    boolean isDown = limits.scheduled() && overdue.orElse(0.0) > HealthLimits.MAX_OVERDUE;
    var reasons =
        Stream.of(
                reason(isDown, "no cycle has completed in more than twice the rate of cycles"),
                reason(isTooOld(unfinished), "a pair has been unfinished for too long"),
                reason(
                    held.state() == State.STUCK,
                    "the lock's lease has run out, and nobody gave it up"))
            .flatMap(Optional::stream)
            .toList();
    var status = isDown ? Status.DOWN : reasons.isEmpty() ? Status.OK : Status.DEGRADED;
    return new Health(status, reasons, completed, overdue, unfinished, held);
  }

  private static Optional<String> reason(boolean applies, String words) {
    return applies ? Optional.of(words) : Optional.empty();
  }

  private boolean isTooOld(Optional<OldestUnfinished> unfinished) {
    return unfinished
        .filter(pair -> pair.ageSeconds() > limits.unfinished().toSeconds())
        .isPresent();
  }

  private static Optional<LastCompleted> lastCompleted(List<CycleRecord> recent, Instant now) {
    return recent.stream()
        .filter(cycle -> cycle.status() == CycleStatus.COMPLETE)
        .findFirst()
        .map(
            cycle -> {
              var at = cycle.finishedAt().orElse(cycle.startedAt());
              return new LastCompleted(cycle.cycleId(), at, age(at, now).toSeconds());
            });
  }

  /** Without a completed cycle, the wait is at least as old as the oldest one looked at. */
  private static Optional<Instant> waitingSince(
      Optional<LastCompleted> completed, List<CycleRecord> recent) {
    return completed
        .map(LastCompleted::at)
        .or(() -> recent.isEmpty() ? Optional.empty() : Optional.of(recent.getLast().startedAt()));
  }

  private Optional<OldestUnfinished> oldestUnfinished(Instant now) {
    return trail.incompleteEntries(1).stream()
        .findFirst()
        .map(
            entry ->
                new OldestUnfinished(
                    entry.cycleId(),
                    entry.pairKey(),
                    age(entry.cycleId().time(), now).toSeconds()));
  }

  private Lock lock(Instant now) {
    return lock.state()
        .filter(state -> state.owner().isPresent())
        .map(state -> held(state, now))
        .orElseGet(() -> new Lock(State.FREE, Optional.empty(), Optional.empty(), 0));
  }

  private Lock held(LockState state, Instant now) {
    var respectedUntil = state.leaseUntil().plus(limits.lock().clockSkew());
    boolean isStuck = now.isAfter(respectedUntil);
    return new Lock(
        isStuck ? State.STUCK : State.HELD,
        state.owner(),
        Optional.of(state.leaseUntil()),
        isStuck ? age(state.leaseUntil(), now).toSeconds() : 0);
  }

  private static Duration age(Instant since, Instant now) {
    return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
  }
}

package mosaicmatch.reconcile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;

/**
 * How matching stands.
 *
 * @param status the worst of what the reasons say
 * @param reasons what is not well, in words; none if all is
 * @param lastCompleted the cycle that completed last, if one of the latest did
 * @param cyclesOverdue how long ago that was, or since when none has, in units of the rate at which
 *     cycles start; empty before the first cycle
 * @param oldestUnfinished the unfinished pair of the oldest cycle, if there is one
 * @param lock the lock
 */
record Health(
    Status status,
    List<String> reasons,
    Optional<LastCompleted> lastCompleted,
    Optional<Double> cyclesOverdue,
    Optional<OldestUnfinished> oldestUnfinished,
    Lock lock) {

  /** How well. */
  enum Status {
    /** Nothing to do. */
    OK,
    /** People are matched, but somebody should look. */
    DEGRADED,
    /** Nobody is matched. */
    DOWN;

    /** The status on the wire, in lower case. */
    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A cycle that completed.
   *
   * @param cycleId which
   * @param at when
   * @param ageSeconds how long ago
   */
  record LastCompleted(CycleId cycleId, Instant at, long ageSeconds) {}

  /**
   * A pair that is still to be finished.
   *
   * @param cycleId its cycle
   * @param pairKey which
   * @param ageSeconds how long ago its cycle began
   */
  record OldestUnfinished(CycleId cycleId, PairKey pairKey, long ageSeconds) {}

  /**
   * The lock.
   *
   * @param state whether somebody holds it
   * @param owner ARN of the execution that does
   * @param leaseUntil when its lease ends
   * @param stuckSeconds how long ago the lease of a stuck lock ran out; 0 if it is not stuck
   */
  record Lock(
      State state, Optional<String> owner, Optional<Instant> leaseUntil, long stuckSeconds) {

    /** Whether somebody holds the lock. */
    enum State {
      /** Nobody does. */
      FREE,
      /** An execution does, and its lease runs. */
      HELD,
      /** An execution does, though its lease has run out: the next cycle takes it over. */
      STUCK;

      /** The state on the wire, in lower case. */
      @JsonValue
      String wireName() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** Keeps a copy. */
  Health {
    reasons = List.copyOf(reasons);
  }
}

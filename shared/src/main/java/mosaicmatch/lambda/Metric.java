package mosaicmatch.lambda;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every metric that the functions print: namespace {@code MosaicMatch}, dimensions {@code service}
 * and {@code step}. What each means is in {@code docs/metrics.md}, one row a metric.
 */
public enum Metric {
  /** How long a call of the step took. */
  DURATION(Unit.MILLISECONDS, Step.ANY),
  /** Calls of the step that ended with an error. */
  FAILURES(Unit.COUNT, Step.ANY),
  /** Executions that opened a cycle. */
  CYCLES_STARTED(Unit.COUNT, "open-cycle"),
  /** Executions that opened none: the lock was held, or the cycle had run. */
  CYCLES_SKIPPED(Unit.COUNT, "open-cycle"),
  /** Cycles that ended with nothing left over. */
  CYCLES_COMPLETED(Unit.COUNT, "write-report"),
  /** Executions of a cycle that failed, timed out or were aborted. */
  CYCLES_FAILED(Unit.COUNT, "write-report"),
  /** From the start of a cycle's execution to its end. */
  CYCLE_DURATION(Unit.SECONDS, "write-report"),
  /** Seekers in the pool. */
  SEEKERS(Unit.COUNT, "fetch-pool"),
  /** Tiles that the pool was cut into. */
  TILES(Unit.COUNT, "prepare-tiles"),
  /** Seekers who wait and found no room in the pool: more than {@code MOSAIC_MAX_SEEKERS} do. */
  OVER_LIMIT(Unit.COUNT, "fetch-pool"),
  /** Pairs of the plan. */
  PAIRS(Unit.COUNT, "compute-pairs"),
  /** Seekers whom the plan leaves unmatched. */
  UNMATCHED(Unit.COUNT, "compute-pairs"),
  /** Unmatched seekers whose vector, id or opt-in can't be used. */
  LEFT_OUT(Unit.COUNT, "compute-pairs"),
  /** Mean score of the plan's pairs. */
  SCORE_MEAN(Unit.NONE, "write-report"),
  /** Half of the plan's pairs score no more than this. */
  SCORE_MEDIAN(Unit.NONE, "write-report"),
  /** A tenth of the plan's pairs score no more than this. */
  SCORE_P10(Unit.NONE, "write-report"),
  /** Half of the pool had waited no longer than this. */
  WAIT_MEDIAN(Unit.SECONDS, "write-report"),
  /** All but a twentieth of the pool had waited no longer than this. */
  WAIT_P95(Unit.SECONDS, "write-report"),
  /** Nobody in the pool had waited longer than this. */
  WAIT_LONGEST(Unit.SECONDS, "write-report"),
  /** Pairs with a room and both members notified. */
  PAIRS_COMPLETED(Unit.COUNT, "process-pair", "reconcile"),
  /** Pairs never begun, since a member was spoken for. */
  PAIRS_SUPERSEDED(Unit.COUNT, "process-pair"),
  /** Pairs given up as a whole, both opt-ins back in the pool. */
  PAIRS_ABANDONED(Unit.COUNT, "process-pair", "reconcile"),
  /** Pairs that never can succeed. */
  PAIRS_FAILED(Unit.COUNT, "process-pair", "reconcile"),
  /** Pairs that an operator had taken back when their turn came. */
  PAIRS_UNDONE(Unit.COUNT, "process-pair"),
  /** Pairs that reconciliation could not end now. */
  PAIRS_STOPPED(Unit.COUNT, "reconcile"),
  /** Seekers whose match the register had lost, and has again. */
  MATCHES_REPAIRED(Unit.COUNT, "reconcile"),
  /** Seekers whose missed cycle was counted. */
  MISSED_CYCLES_COUNTED(Unit.COUNT, "update-unmatched"),
  /** Pairs that a cycle's retry list holds, or that reconciliation left unfinished. */
  UNFINISHED_PAIRS(Unit.COUNT, "collect-unfinished", "reconcile"),
  /** Batches of unmatched seekers that a cycle's retry list holds. */
  UNFINISHED_BATCHES(Unit.COUNT, "collect-unfinished"),
  /** How long ago the cycle of the oldest unfinished pair began; 0 if none is. */
  OLDEST_UNFINISHED_AGE(Unit.SECONDS, "reconcile"),
  /** How long ago a cycle last completed; missing if none of the latest has. */
  LAST_COMPLETED_AGE(Unit.SECONDS, "reconcile"),
  /**
   * The same in units of the rate at which cycles start; since the oldest known cycle began if none
   * has completed; missing before the first.
   */
  CYCLES_OVERDUE(Unit.NONE, "reconcile"),
  /** How long ago the lease of a lock ran out that nobody gave up; 0 if none did. */
  LOCK_STUCK_AGE(Unit.SECONDS, "reconcile"),
  /** Calls that went on without the lock. */
  LOCK_NOT_RENEWED(
      Unit.COUNT, "score-tile", "process-pair", "update-unmatched", "collect-unfinished"),
  /** Locks freed after their execution ended without doing so. */
  LOCKS_FREED(Unit.COUNT, "release-on-failure");

  /** What a metric's values are counted in, by CloudWatch's names. */
  enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds"),
    SECONDS("Seconds"),
    NONE("None");

    private final String wireName;

    Unit(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }

  private static final class Step {
    static final String ANY = "any";
  }

  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes a list that nobody can change.
  private final List<String> steps;

  Metric(Unit unit, String... steps) {
    this.unit = unit;
    this.steps = List.of(steps);
  }

  /** The metric's name in CloudWatch, such as {@code CyclesSkipped}. */
  public String wireName() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** Its unit's name in CloudWatch, such as {@code Count}. */
  public String unit() {
    return unit.wireName();
  }

  /** The steps that print it, or {@code any}. */
  public List<String> steps() {
    return steps;
  }

  double of(Duration span) {
    return switch (unit) {
      case SECONDS -> span.toMillis() / 1000.0;
      case MILLISECONDS -> span.toMillis();
      case COUNT, NONE -> throw new IllegalArgumentException(wireName() + " is no time span");
    };
  }

  boolean isPrintedBy(String step) {
    return steps.contains(Step.ANY) || steps.contains(step);
  }
}

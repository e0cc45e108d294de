package mosaicmatch.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;

/** Gathers what a cycle's report tells. */
public final class CycleReports {

  private static final int RANDOM_PAIRS = 20_000;

  /** Fixed, so that the report of a cycle always draws the same random pairs. */
  private static final long RANDOM_SEED = 20_261_122L;

  private final PlanStore plans;
  private final AuditTrail trail;
  private final Function<SeekerId, Optional<String>> texts;

  /**
   * Over these stores.
   *
   * @param texts what is shown of somebody beside their id; empty for nothing
   */
  public CycleReports(
      PlanStore plans, AuditTrail trail, Function<SeekerId, Optional<String>> texts) {
    this.plans = plans;
    this.trail = trail;
    this.texts = texts;
  }

  /** The report of a cycle as things stand. */
  public CycleReport report(CycleRecord cycle, ReportedRun run) {
    return cycle
        .plan()
        .map(plan -> planned(cycle, plan, run))
        .orElseGet(() -> unplanned(cycle, run));
  }

  private CycleReport unplanned(CycleRecord cycle, ReportedRun run) {
    return report(cycle, run, List.of(), List.of(), List.of(), Map.of(), leftOut(cycle));
  }

  private CycleReport planned(CycleRecord cycle, CycleRecord.AdoptedPlan adopted, ReportedRun run) {
    var document = plans.plan(adopted.plan().key());
    var pool = pool(document);
    var entries = entries(cycle);
    var pairs = new ArrayList<ReportedPair>();
    try (var lines = plans.pairs(document.pairsKey())) {
      lines.forEach(line -> pairs.add(pair(line, document, pool, entries, cycle)));
    }
    var unmatched = new ArrayList<ReportedUnmatched>();
    try (var lines = plans.unmatched(document.unmatchedKey())) {
      lines.forEach(line -> unmatched.add(unmatched(line, document, pool)));
    }
    var vectors = List.copyOf(plans.vectors(document.vectorsKey()).values());
    var random = RandomPairs.similarities(vectors, RANDOM_PAIRS, new Random(RANDOM_SEED));
    var leftOut = leftOut(cycle);
    leftOut.putAll(unusable(document));
    return report(cycle, run, pairs, unmatched, random, document.settings(), leftOut);
  }

  private CycleReport report(
      CycleRecord cycle,
      ReportedRun run,
      List<ReportedPair> pairs,
      List<ReportedUnmatched> unmatched,
      List<Double> random,
      Map<String, String> settings,
      Map<String, Long> leftOut) {
    return new CycleReport(
        cycle.cycleId().value(),
        run.execution(),
        isDry(cycle),
        run.startedAt(),
        run.finishedAt(),
        cycle.counts().getOrDefault("seekers", 0L),
        leftOut,
        pairs,
        unmatched,
        random,
        run.steps(),
        troubles(run, pairs),
        settings);
  }

  private static boolean isDry(CycleRecord cycle) {
    return cycle.cycleId().isDryRun();
  }

  private static SortedMap<String, Long> leftOut(CycleRecord cycle) {
    return cycle.counts().entrySet().stream()
        .filter(count -> count.getKey().startsWith("left_out_"))
        .filter(count -> count.getValue() > 0)
        .collect(
            Collectors.toMap(
                count -> count.getKey().substring("left_out_".length()),
                Map.Entry::getValue,
                Long::sum,
                TreeMap::new));
  }

  /** The table of who still waits may end before them. */
  private static Map<String, Long> unusable(PlanDocument document) {
    return Stream.of(UnmatchedReason.values())
        .filter(UnmatchedReason::isUnusable)
        .map(UnmatchedReason::wireName)
        .filter(reason -> document.counts().containsKey("unmatched_" + reason))
        .collect(
            Collectors.toMap(
                reason -> reason, reason -> document.counts().get("unmatched_" + reason)));
  }

  private Map<SeekerId, Seeker> pool(PlanDocument document) {
    try (var seekers = plans.pool(document.poolKey())) {
      return seekers.collect(
          Collectors.toMap(
              Seeker::userId, Function.identity(), BinaryOperator.maxBy(Seeker.BY_PRIORITY)));
    }
  }

  private Map<PairKey, AuditEntry> entries(CycleRecord cycle) {
    return isDry(cycle)
        ? Map.of()
        : trail.entriesOf(cycle.cycleId()).stream()
            .collect(Collectors.toMap(AuditEntry::pairKey, Function.identity()));
  }

  private ReportedPair pair(
      PlannedPair pair,
      PlanDocument document,
      Map<SeekerId, Seeker> pool,
      Map<PairKey, AuditEntry> entries,
      CycleRecord cycle) {
    var entry = Optional.ofNullable(entries.get(pair.pairKey()));
    return new ReportedPair(
        pair.pairKey().value(),
        seeker(pair.user1(), document, pool),
        seeker(pair.user2(), document, pool),
        pair.similarity(),
        pair.score(),
        pair.rank(),
        pair.runnerUpScore(),
        isDry(cycle) ? PairOutcome.PLANNED : outcome(entry),
        entry.flatMap(AuditEntry::lastError));
  }

  private static PairOutcome outcome(Optional<AuditEntry> entry) {
    return entry
        .map(
            found ->
                switch (found.status()) {
                  case PENDING, ABANDONING, FAILING -> PairOutcome.UNFINISHED;
                  case COMPLETED -> PairOutcome.COMPLETED;
                  case SUPERSEDED -> PairOutcome.SUPERSEDED;
                  case ABANDONED -> PairOutcome.ABANDONED;
                  case UNDONE -> PairOutcome.UNDONE;
                  case FAILED -> PairOutcome.FAILED;
                })
        .orElse(PairOutcome.UNFINISHED);
  }

  private ReportedUnmatched unmatched(
      UnmatchedSeeker line, PlanDocument document, Map<SeekerId, Seeker> pool) {
    return new ReportedUnmatched(
        seeker(line.optIn(), document, pool), line.reason().wireName(), line.bestScore());
  }

  private ReportedSeeker seeker(OptIn optIn, PlanDocument document, Map<SeekerId, Seeker> pool) {
    var seeker = Optional.ofNullable(pool.get(optIn.userId()));
    return new ReportedSeeker(
        optIn.userId().value(),
        texts.apply(optIn.userId()),
        Duration.between(optIn.optedInAt(), document.clock()),
        seeker.map(Seeker::missedCycles).orElse(0),
        seeker.map(Seeker::waitBoost).orElse(0.0));
  }

  private static List<Trouble> troubles(ReportedRun run, List<ReportedPair> pairs) {
    var times = new HashMap<String, Long>();
    pairs.stream()
        .filter(pair -> pair.outcome() == PairOutcome.UNFINISHED)
        .flatMap(pair -> pair.note().stream())
        .forEach(note -> times.merge(note.split(":", 2)[0], 1L, Long::sum));
    var troubles = new ArrayList<Trouble>();
    times.forEach((error, count) -> troubles.add(new Trouble("ProcessPair", error, count, false)));
    run.error().ifPresent(error -> troubles.add(new Trouble("the execution", error, 1, false)));
    return troubles;
  }
}

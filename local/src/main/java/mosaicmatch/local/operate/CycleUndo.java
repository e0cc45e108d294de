package mosaicmatch.local.operate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.pair.PairUndo;
import mosaicmatch.plan.MissingFileException;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.StepTiming;
import mosaicmatch.traits.SeekerCorrections;
import mosaicmatch.traits.Standing;
import mosaicmatch.traits.UndoAnswer;

/**
 * Takes a wrong cycle back: closes its rooms and puts the opt-ins of its completed pairs back into
 * the pool; pairs that were never begun never will be. May be called again after it broke off, and
 * by two at a time.
 */
public final class CycleUndo {

  private static final int AT_ONCE = 8;

  private final KnownCycles cycles;
  private final CycleRecords records;
  private final PlanStore plans;
  private final AuditTrail trail;
  private final SeekerCorrections register;
  private final PairUndo undo;

  /** Over the stores and services of a system. */
  public CycleUndo(Workbench bench) {
    this.cycles = bench.cycles();
    this.records = bench.records();
    this.plans = bench.plans();
    this.trail = bench.trail();
    this.register = bench.register();
    this.undo = new PairUndo(trail, bench.rooms(), register);
  }

  /** What there is to undo, and what has become of it. */
  private record Work(CycleRecord cycle, List<AuditEntry> entries, List<PlannedPair> neverBegun) {

    List<AuditEntry> completed() {
      return entries.stream().filter(entry -> entry.status() == PairStatus.COMPLETED).toList();
    }

    int count(PairStatus status) {
      return (int) entries.stream().filter(entry -> entry.status() == status).count();
    }
  }

  /**
   * Says what an undoing would do, and changes nothing.
   *
   * @throws NoSuchCycleException if there is no such cycle
   * @throws DryRunException if it is a dry run
   * @throws CycleRunningException if it is running
   * @throws UnfinishedPairsException if some of its pairs have not ended
   */
  public UndoPreview preview(String id) {
    var work = work(id);
    var expected =
        work.completed().stream()
            .gather(Gatherers.mapConcurrent(AT_ONCE, this::expected))
            .flatMap(List::stream)
            .toList();
    return new UndoPreview(
        work.cycle().cycleId(),
        work.completed().size(),
        work.count(PairStatus.UNDONE),
        work.neverBegun().size(),
        work.entries().size() - work.completed().size() - work.count(PairStatus.UNDONE),
        UndonePeople.of(expected));
  }

  /**
   * Undoes a cycle.
   *
   * @param done told how many pairs are through, each time one is
   * @throws RefusedOperationException as the preview does
   */
  public UndoneCycle undo(String id, IntConsumer done) {
    var startedAt = Workbench.CLOCK.instant();
    var work = work(id);
    int begunMeanwhile = forestall(work.neverBegun());
    var members = undo(work.completed(), done);
    note(work.cycle(), startedAt);
    return new UndoneCycle(
        work.cycle().cycleId(),
        work.completed().size(),
        work.neverBegun().size() - begunMeanwhile,
        begunMeanwhile,
        UndonePeople.of(members));
  }

  /** Answers how many were begun after all, by a redrive. */
  private int forestall(List<PlannedPair> neverBegun) {
    return (int)
        neverBegun.stream()
            .gather(Gatherers.mapConcurrent(AT_ONCE, trail::forestall))
            .filter(entry -> entry.status() != PairStatus.UNDONE)
            .count();
  }

  private List<PairUndo.Member> undo(List<AuditEntry> completed, IntConsumer done) {
    var through = new AtomicInteger();
    return completed.stream()
        .gather(Gatherers.mapConcurrent(AT_ONCE, undo::undo))
        .peek(_ -> done.accept(through.incrementAndGet()))
        .flatMap(List::stream)
        .toList();
  }

  private void note(CycleRecord cycle, Instant startedAt) {
    long undone =
        trail.entriesOf(cycle.cycleId()).stream()
            .filter(entry -> entry.status() == PairStatus.UNDONE)
            .count();
    var timing = new StepTiming(startedAt, Workbench.CLOCK.instant());
    records.recordStep(cycle.cycleId(), "undo", timing, Map.of("undone", undone));
  }

  private Work work(String id) {
    var cycle = cycles.find(id);
    if (cycle.cycleId().isDryRun()) {
      throw new DryRunException(cycle.cycleId());
    }
    cycles.requireEnded(cycle);
    var entries = trail.entriesOf(cycle.cycleId());
    requireEnded(entries);
    return new Work(cycle, entries, neverBegun(cycle, entries));
  }

  private static void requireEnded(List<AuditEntry> entries) {
    var unfinished = entries.stream().filter(entry -> !entry.status().isTerminal()).toList();
    if (!unfinished.isEmpty()) {
      throw new UnfinishedPairsException(unfinished.getFirst(), unfinished.size());
    }
  }

  private List<PlannedPair> neverBegun(CycleRecord cycle, List<AuditEntry> entries) {
    if (cycle.plan().isEmpty()) {
      return List.of();
    }
    Map<PairKey, AuditEntry> begun =
        entries.stream().collect(Collectors.toMap(AuditEntry::pairKey, Function.identity()));
    try (var pairs = plans.pairs(cycle.plan().get().plan().pairsKey())) {
      return pairs.filter(pair -> !begun.containsKey(pair.pairKey())).toList();
    } catch (MissingFileException goneSoNobodyCanBeginThem) {
      return List.of();
    }
  }

  private List<PairUndo.Member> expected(AuditEntry entry) {
    return entry.members().stream()
        .map(
            member ->
                new PairUndo.Member(
                    member, expected(register.standing(member.userId()), member, entry)))
        .toList();
  }

  private static UndoAnswer expected(Standing standing, OptIn member, AuditEntry entry) {
    if (standing.isUnknown()) {
      return UndoAnswer.GONE;
    }
    if (standing.isMatchedBy(entry.cycleId(), entry.pairKey())) {
      return standing.leaving() ? UndoAnswer.OPTED_OUT : UndoAnswer.PUT_BACK;
    }
    if (standing.status().equals("opted_out")) {
      return UndoAnswer.OPTED_OUT;
    }
    // An undoing that broke off has put them back already, or a late attempt took their match.
    boolean isBack =
        standing.isWaiting()
            && standing
                .optedInAt()
                .filter(at -> !at.isAfter(member.optedInAt().plusMillis(1)))
                .isPresent();
    return isBack ? UndoAnswer.PUT_BACK : UndoAnswer.MOVED_ON;
  }
}

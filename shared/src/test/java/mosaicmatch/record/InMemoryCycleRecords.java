package mosaicmatch.record;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.record.CycleRecord.AdoptedPlan;

/** The records of cycles in memory. */
public final class InMemoryCycleRecords implements CycleRecords {

  private final TreeMap<CycleId, CycleRecord> records = new TreeMap<>();
  private final InstantSource clock;

  public InMemoryCycleRecords(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized CycleRecord open(Cycle cycle) {
    return records.computeIfAbsent(
        cycle.id(),
        id ->
            new CycleRecord(
                id,
                cycle.execution(),
                CycleStatus.RUNNING,
                now(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty()));
  }

  @Override
  public synchronized Optional<CycleRecord> find(CycleId cycle) {
    return Optional.ofNullable(records.get(cycle));
  }

  @Override
  public synchronized AdoptedPlan adoptPlan(CycleId cycle, AdoptedPlan proposed) {
    var stored = known(cycle);
    if (stored.plan().isPresent()) {
      var plan = stored.plan().get();
      if (plan.plan().key().equals(proposed.plan().key())) {
        return plan;
      }
      return new AdoptedPlan(plan.plan().asAdopted(), plan.algorithm(), plan.settings());
    }
    put(
        stored,
        stored.status(),
        stored.finishedAt(),
        stored.counts(),
        stored.steps(),
        Optional.of(proposed));
    return proposed;
  }

  @Override
  public synchronized void recordStep(
      CycleId cycle, String step, StepTiming timing, Map<String, Long> counts) {
    var stored = known(cycle);
    var allCounts = new HashMap<>(stored.counts());
    allCounts.putAll(counts);
    var allSteps = new HashMap<>(stored.steps());
    allSteps.put(step, timing);
    put(stored, stored.status(), stored.finishedAt(), allCounts, allSteps, stored.plan());
  }

  @Override
  public synchronized CycleRecord finish(CycleId cycle, CycleStatus status) {
    var stored = known(cycle);
    if (stored.status() == CycleStatus.COMPLETE) {
      return stored;
    }
    return put(stored, status, Optional.of(now()), stored.counts(), stored.steps(), stored.plan());
  }

  @Override
  public synchronized List<CycleRecord> latest(boolean dryRuns, int limit) {
    return all(dryRuns).limit(limit).toList();
  }

  @Override
  public synchronized Stream<CycleRecord> all(boolean dryRuns) {
    return List.copyOf(records.descendingMap().values()).stream()
        .filter(record -> record.cycleId().isDryRun() == dryRuns);
  }

  private CycleRecord known(CycleId cycle) {
    return find(cycle).orElseThrow(() -> new UnknownCycleException(cycle));
  }

  private CycleRecord put(
      CycleRecord from,
      CycleStatus status,
      Optional<Instant> finishedAt,
      Map<String, Long> counts,
      Map<String, StepTiming> steps,
      Optional<AdoptedPlan> plan) {
    var record =
        new CycleRecord(
            from.cycleId(),
            from.execution(),
            status,
            from.startedAt(),
            finishedAt,
            counts,
            steps,
            plan);
    records.put(record.cycleId(), record);
    return record;
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}

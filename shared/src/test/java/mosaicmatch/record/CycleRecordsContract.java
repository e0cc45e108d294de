package mosaicmatch.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.plan.Plan;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of cycle records does. */
abstract class CycleRecordsContract {

  static final Cycle CYCLE = cycle("2026-11-22T02:00:00Z");

  final HandDrivenClock clock = new HandDrivenClock();
  CycleRecords records;

  abstract CycleRecords open(HandDrivenClock clock);

  @BeforeEach
  void openRecords() {
    records = open(clock);
  }

  static Cycle cycle(String id) {
    return new Cycle(new CycleId(id), "arn:" + id, 0, 1, id.startsWith("dry-"));
  }

  static AdoptedPlan plan(String name) {
    return new AdoptedPlan(
        new Plan(name + "/plan.json", name + "/pairs", name + "/unmatched", 3, 2, 1, false),
        "priority-greedy/1",
        Map.of("threshold", "0.35"));
  }

  @Test
  void anOpenedCycleIsRunning() {
    assertThat(records.open(CYCLE))
        .isEqualTo(
            new CycleRecord(
                CYCLE.id(),
                CYCLE.execution(),
                CycleStatus.RUNNING,
                clock.instant(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty()));
  }

  @Test
  void openingAgainChangesNothing() {
    records.open(CYCLE);
    records.adoptPlan(CYCLE.id(), plan("one"));
    var before = records.find(CYCLE.id());
    clock.advance(Duration.ofSeconds(1));
    assertThat(Optional.of(records.open(CYCLE))).isEqualTo(before);
  }

  @Test
  void aCycleThatWasNeverOpenedHasNoRecord() {
    assertThat(records.find(CYCLE.id())).isEmpty();
    assertThatThrownBy(() -> records.finish(CYCLE.id(), CycleStatus.COMPLETE))
        .isInstanceOf(UnknownCycleException.class);
    assertThatThrownBy(() -> records.adoptPlan(CYCLE.id(), plan("one")))
        .isInstanceOf(UnknownCycleException.class);
    assertThatThrownBy(
            () ->
                records.recordStep(
                    CYCLE.id(),
                    "fetch-pool",
                    new StepTiming(clock.instant(), clock.instant()),
                    Map.of()))
        .isInstanceOf(UnknownCycleException.class);
  }

  @Test
  void theFirstPlanWinsAndOthersAdoptIt() {
    records.open(CYCLE);
    assertThat(records.adoptPlan(CYCLE.id(), plan("one"))).isEqualTo(plan("one"));
    var adopted = records.adoptPlan(CYCLE.id(), plan("two"));
    assertThat(adopted.plan()).isEqualTo(plan("one").plan().asAdopted());
    assertThat(adopted.settings()).isEqualTo(plan("one").settings());
    assertThat(records.find(CYCLE.id()).orElseThrow().plan()).contains(plan("one"));
  }

  @Test
  void aRepeatOfTheCallThatSetThePlanDoesNotAdopt() {
    records.open(CYCLE);
    records.adoptPlan(CYCLE.id(), plan("one"));
    assertThat(records.adoptPlan(CYCLE.id(), plan("one")).plan().adopted()).isFalse();
  }

  @Test
  void stepsKeepTheirLatestTimingAndCounts() {
    records.open(CYCLE);
    var first = new StepTiming(clock.instant(), clock.instant().plusMillis(20));
    var second = new StepTiming(clock.instant().plusMillis(30), clock.instant().plusMillis(50));
    records.recordStep(CYCLE.id(), "fetch-pool", first, Map.of("seekers", 10L, "consumed", 1L));
    records.recordStep(CYCLE.id(), "fetch-pool", second, Map.of("seekers", 12L));
    records.recordStep(CYCLE.id(), "compute-pairs", second, Map.of("pairs", 5L));
    var record = records.find(CYCLE.id()).orElseThrow();
    assertThat(record.steps()).isEqualTo(Map.of("fetch-pool", second, "compute-pairs", second));
    assertThat(record.counts()).isEqualTo(Map.of("seekers", 12L, "consumed", 1L, "pairs", 5L));
  }

  @Test
  void anUnfinishedCycleIsCompletedLater() {
    records.open(CYCLE);
    assertThat(records.finish(CYCLE.id(), CycleStatus.UNFINISHED).finishedAt())
        .contains(clock.instant());
    clock.advance(Duration.ofSeconds(1));
    var complete = records.finish(CYCLE.id(), CycleStatus.COMPLETE);
    assertThat(complete.status()).isEqualTo(CycleStatus.COMPLETE);
    assertThat(complete.finishedAt()).contains(clock.instant());
  }

  @Test
  void aCompleteCycleStaysComplete() {
    records.open(CYCLE);
    var complete = records.finish(CYCLE.id(), CycleStatus.COMPLETE);
    clock.advance(Duration.ofSeconds(1));
    assertThat(records.finish(CYCLE.id(), CycleStatus.UNFINISHED)).isEqualTo(complete);
  }

  @Test
  void theLatestComeFirstAndDryRunsApart() {
    for (int hour = 1; hour <= 5; hour++) {
      records.open(cycle("2026-11-22T0" + hour + ":00:00Z"));
    }
    records.open(cycle("dry-2026-11-22T09:00:00Z"));
    assertThat(records.latest(false, 2))
        .extracting(record -> record.cycleId().value())
        .containsExactly("2026-11-22T05:00:00Z", "2026-11-22T04:00:00Z");
    assertThat(records.latest(true, 10)).hasSize(1);
    assertThat(records.all(false)).hasSize(5).isEqualTo(records.latest(false, 10));
    assertThat(records.all(true)).hasSize(1);
  }
}

package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareOfCyclesRunsWithAnotherStrategyTest {

  private static final Instant FIRST = Instant.parse("2026-11-22T02:00:00Z");

  private final PairingInput input = Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.3, 0.5, 1})
  void theShareIsKeptOverManyCyclesAMinuteOrAnHourApart(double share) {
    var trial = new StrategyTrial("global-greedy", share);
    for (var apart : new Duration[] {Duration.ofMinutes(1), Duration.ofHours(1)}) {
      long chosen = cycles(apart).filter(trial::isChosen).count();
      // Four standard deviations of as many throws of a coin.
      double bound = 4 * Math.sqrt(10_000 * share * (1 - share));
      assertThat(Math.abs(chosen - 10_000 * share))
          .as("share %s, every %s: %d of 10000", share, apart, chosen)
          .isLessThanOrEqualTo(bound);
    }
  }

  @Test
  void aLargerShareHoldsAllCyclesOfASmallerOne() {
    var small = new StrategyTrial("global-greedy", 0.2);
    var large = new StrategyTrial("global-greedy", 0.4);
    assertThat(cycles(Duration.ofHours(1)).filter(small::isChosen)).allMatch(large::isChosen);
  }

  /** Shares computed outside Java: the same cycle is in the same part on every machine. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T02:00:00Z, 0.685106",
    "2026-11-22T03:00:00Z, 0.575810",
    "2026-11-22T04:00:00Z, 0.916818",
    "2026-11-22T05:00:00Z, 0.934391",
    "dry-2026-11-22T02:00:13Z, 0.484015"
  })
  void sameCycleIsAlwaysInTheSamePart(String cycle, double place) {
    var id = new CycleId(cycle);
    assertThat(new StrategyTrial("global-greedy", place + 0.0001).isChosen(id)).isTrue();
    assertThat(new StrategyTrial("global-greedy", place - 0.0001).isChosen(id)).isFalse();
  }

  @Test
  void thePlanTellsWhichOneRanAndIsReplayedWithIt() {
    for (var share : Map.of("1", "maximum-weight", "0", "global-greedy").entrySet()) {
      var world = world(share.getKey());
      var plan = plan(world, "");
      assertThat(plan.algorithm()).isEqualTo(share.getValue() + "/1");
      assertThat(plan.settings()).containsEntry("strategy", share.getValue());
      var replayed = new PlanReplay(world.store).replay(plan);
      assertThat(replayed.algorithm()).isEqualTo(plan.algorithm());
      assertThat(replayed.difference()).isEmpty();
    }
  }

  @Test
  void aStrategyThatTheCycleIsToldGoesBeforeBoth() {
    var plan = plan(world("1"), ",\"settings\":{\"strategy\":\"priority-greedy\"}");
    assertThat(plan.algorithm()).isEqualTo("priority-greedy/1");
    var other = plan(world("1"), ",\"settings\":{\"threshold\":0.5}");
    assertThat(other.algorithm()).isEqualTo("maximum-weight/1");
  }

  @Test
  void withoutAnotherStrategyThereIsNoTrial() {
    assertThat(StrategyTrial.of(new Environment(Map.of()))).isEmpty();
    assertThat(StrategyTrial.of(new Environment(Map.of("MOSAIC_AB_SHARE", "0.5")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MOSAIC_AB_STRATEGY, coin-toss", "MOSAIC_AB_SHARE, 1.1", "MOSAIC_AB_SHARE, half"})
  void aWrongSettingIsNamed(String name, String value) {
    assertThatThrownBy(() -> StrategyTrial.of(new Environment(Map.of(name, value))))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining(name);
  }

  private static PlanWorld world(String share) {
    return new PlanWorld(
        Map.of(
            "MOSAIC_STRATEGY", "global-greedy",
            "MOSAIC_AB_STRATEGY", "maximum-weight",
            "MOSAIC_AB_SHARE", share));
  }

  private PlanDocument plan(PlanWorld world, String more) {
    var plan = world.compute(world.traits, world.open(), world.pool(input), more).plan();
    return world.store.plan(plan.key());
  }

  private static Stream<CycleId> cycles(Duration apart) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> new CycleId(FIRST.plus(apart.multipliedBy(i)).toString()));
  }
}

package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.pool.WaitBoostCalculator;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LongWaitLowersTheThresholdTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  /** Neighbours are 60 degrees apart: each pair of them scores 0.5, exactly. */
  private static final List<float[]> VECTORS =
      List.of(
          new float[] {1, 0, 0, 0},
          new float[] {0.5f, 0.5f, 0.5f, 0.5f},
          new float[] {-0.5f, 0.5f, 0.5f, 0.5f});

  static List<PairingStrategy> strategies() {
    return Strategies.names().stream().map(Strategies::named).toList();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void whereEverybodyIsNewTheThresholdHoldsForAll(PairingStrategy strategy) {
    assertThat(pairs(strategy, 0.6, 0, 0, 0)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void oneWhoWasMissedForLongTakesTheBestAboveTheLowerThreshold(PairingStrategy strategy) {
    var pairing = pair(strategy, 0.6, 0.4, 900, 0, 0);
    assertThat(pairing.pairs())
        .singleElement()
        .satisfies(pair -> assertThat(pair.pairKey().value()).isEqualTo("p0#p1"));
    assertThat(pairing.unmatched())
        .singleElement()
        .satisfies(
            left -> assertThat(left.reason()).isEqualTo(UnmatchedReason.NOBODY_ABOVE_THRESHOLD));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void itIsEnoughIfEitherOfTheTwoWasMissedForLong(PairingStrategy strategy) {
    assertThat(pairs(strategy, 0.6, 0, 0, 3)).containsExactly("p1#p2");
    assertThat(pairs(strategy, 0.6, 3, 0, 0)).containsExactly("p0#p1");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void exactlyAsManyMissedCyclesAsTheSettingSaysAreEnough(PairingStrategy strategy) {
    assertThat(pairs(strategy, 0.6, 2, 0, 0)).isEmpty();
    assertThat(pairs(strategy, 0.6, 3, 0, 0)).containsExactly("p0#p1");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void theLowerThresholdItselfIsReachedByAnEqualScore(PairingStrategy strategy) {
    double score = 0.5;
    assertThat(pair(strategy, 0.6, score, 3, 0, 0).pairs()).hasSize(1);
    assertThat(pair(strategy, 0.6, Math.nextUp(score), 3, 0, 0).pairs()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void ofEquallyLongWaitsTheIdsDecide(PairingStrategy strategy) {
    assertThat(pairs(strategy, 0.6, 3, 3, 3)).containsExactly("p0#p1");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void plansWithAndWithoutTheSettingAreReplayed(PairingStrategy strategy) {
    var name = strategy.algorithm().replace("/1", "");
    var patient =
        Map.of(
            "MOSAIC_STRATEGY", name,
            "MOSAIC_MAX_MISSED_CYCLES", "2",
            "MOSAIC_PATIENT_THRESHOLD", "0.25");
    for (var variables : List.of(patient, Map.of("MOSAIC_STRATEGY", name))) {
      var world = new PlanWorld(variables);
      var pool = world.pool(Pools.draw(9, 80, 6, Pools.Shape.RANDOM, 0.2));
      var plan = world.store.plan(world.compute(world.open(), pool).plan().key());
      assertThat(plan.settings().containsKey("max_missed_cycles"))
          .isEqualTo(variables.equals(patient));
      assertThat(new PlanReplay(world.store).replay(plan).difference()).isEmpty();
    }
  }

  @Test
  void aPlanKeepsBothSettings() {
    var settings = new PairingSettings(0.6, 0.1, "global-greedy", patience(3, 0.4));
    assertThat(settings.asMap())
        .containsEntry("max_missed_cycles", "3")
        .containsEntry("patient_threshold", "0.4");
    assertThat(PairingSettings.ofMap(settings.asMap())).isEqualTo(settings);
  }

  @Test
  void aThresholdGivenForOneCycleTakesTheLowerOneDownWithIt() {
    var defaults = new PairingSettings(0.6, 0.1, "global-greedy", patience(3, 0.4));
    assertThat(given(Optional.of(0.3), Optional.empty(), Optional.empty()).over(defaults))
        .isEqualTo(new PairingSettings(0.3, 0.1, "global-greedy", patience(3, 0.3)));
    assertThat(given(Optional.empty(), Optional.of(7), Optional.of(0.5)).over(defaults))
        .isEqualTo(new PairingSettings(0.6, 0.1, "global-greedy", patience(7, 0.5)));
    assertThatThrownBy(
            () -> given(Optional.of(0.3), Optional.of(7), Optional.of(0.5)).over(defaults))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patient_threshold");
  }

  @ParameterizedTest
  @CsvSource({
    "MOSAIC_MAX_MISSED_CYCLES, 0",
    "MOSAIC_MAX_MISSED_CYCLES, often",
    "MOSAIC_PATIENT_THRESHOLD, 0.36",
    "MOSAIC_PATIENT_THRESHOLD, low"
  })
  void aWrongSettingIsNamed(String name, String value) {
    var variables = new HashMap<>(Map.of("MOSAIC_MAX_MISSED_CYCLES", "3"));
    variables.put(name, value);
    assertThatThrownBy(() -> PairingSettings.of(new Environment(variables)))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining(name);
  }

  private static SettingsOverride given(
      Optional<Double> threshold, Optional<Integer> missed, Optional<Double> patient) {
    return new SettingsOverride(threshold, Optional.empty(), Optional.empty(), missed, patient);
  }

  private static Optional<Patience> patience(int missedCycles, double threshold) {
    return Optional.of(new Patience(missedCycles, threshold));
  }

  private static List<String> pairs(PairingStrategy strategy, double threshold, int... missed) {
    return pair(strategy, threshold, 0.4, missed).pairs().stream()
        .map(PlannedPair::pairKey)
        .map(key -> key.value())
        .toList();
  }

  private static Pairing pair(
      PairingStrategy strategy, double threshold, double patientThreshold, int... missed) {
    var seekers = new ArrayList<Seeker>();
    var vectors = new HashMap<SeekerId, float[]>();
    for (int i = 0; i < missed.length; i++) {
      var id = new SeekerId("p" + i);
      seekers.add(new Seeker(id, NOW, missed[i], 0, Set.of()));
      vectors.put(id, VECTORS.get(i));
    }
    var settings = new PairingSettings(threshold, 0, "any", patience(3, patientThreshold));
    var pool = WaitBoostCalculator.boost(seekers);
    return strategy.pair(new PairingInput(Pools.CYCLE, pool, vectors, settings), Progress.IGNORED);
  }
}

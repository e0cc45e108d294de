package mosaicmatch.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitBoostsFollowWaitingTimeTest {

  @Test
  void emptyPoolHasNoBoosts() {
    assertThat(WaitBoostCalculator.boost(List.of())).isEmpty();
  }

  @Test
  void nobodyIsBoostedInAPoolOfOne() {
    assertThat(boosts(seeker("a", 5, 3))).containsExactly(0.0);
  }

  @Test
  void nobodyIsBoostedWhenEverybodyIsEquallyNew() {
    assertThat(boosts(seeker("a", 9, 0), seeker("b", 9, 0), seeker("c", 9, 0)))
        .containsExactly(0.0, 0.0, 0.0);
  }

  @Test
  void oneWhoWaitedVeryLongGetsTheFullBoostAndLeavesTheOthersTheirs() {
    assertThat(boosts(seeker("a", 0, 40), seeker("b", 1_000_000, 0), seeker("c", 1_000_001, 0)))
        .containsExactly(1.0, 0.5, 0.0);
  }

  @Test
  void equalTimesAreDecidedByMissedCycles() {
    var boosted =
        WaitBoostCalculator.boost(List.of(seeker("a", 7, 0), seeker("b", 7, 2), seeker("c", 7, 1)));
    assertThat(boosted).extracting(s -> s.userId().value()).containsExactly("b", "c", "a");
    assertThat(boosted).extracting(Seeker::waitBoost).containsExactly(1.0, 0.5, 0.0);
  }

  @Test
  void alikeInTimeAndMissedCyclesMeansAlikeInBoost() {
    assertThat(
            boosts(
                seeker("a", 1, 1),
                seeker("b", 1, 1),
                seeker("c", 1, 0),
                seeker("d", 2, 0),
                seeker("e", 2, 0)))
        .containsExactly(0.75, 0.75, 0.5, 0.0, 0.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void boostsAreMonotoneAndIndependentOfTheOrderOfThePool(long seed) {
    var random = new Random(seed);
    var pool = new ArrayList<Seeker>();
    for (int i = 0; i < 200; i++) {
      pool.add(seeker("s" + i, random.nextInt(60), random.nextInt(3)));
    }
    var boosted = WaitBoostCalculator.boost(pool);
    Collections.shuffle(pool, random);
    assertThat(WaitBoostCalculator.boost(pool)).as("seed %d", seed).isEqualTo(boosted);
    assertThat(boosted)
        .as("seed %d", seed)
        .isSortedAccordingTo(Seeker.BY_PRIORITY)
        .isSortedAccordingTo((a, b) -> Double.compare(b.waitBoost(), a.waitBoost()));
  }

  private static List<Double> boosts(Seeker... pool) {
    return WaitBoostCalculator.boost(List.of(pool)).stream().map(Seeker::waitBoost).toList();
  }

  private static Seeker seeker(String id, long optedInAtMillis, int missedCycles) {
    return new Seeker(
        new SeekerId(id), Instant.ofEpochMilli(optedInAtMillis), missedCycles, 0, Set.of());
  }
}

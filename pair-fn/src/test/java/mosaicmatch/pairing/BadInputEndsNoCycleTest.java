package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

/** From the pool's file to the plan's files and back. */
class BadInputEndsNoCycleTest {

  private static final PairingInput GOOD = Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2);

  private final PlanWorld world = new PlanWorld();

  private PairingInput bad() {
    var vectors = new HashMap<>(GOOD.vectors());
    vectors.remove(Pools.id(1));
    vectors.put(Pools.id(2), new float[] {Float.NaN, 0, 0, 0, 0, 0});
    vectors.put(Pools.id(3), new float[] {1, 0, 0, 0, 0, Float.POSITIVE_INFINITY});
    vectors.put(Pools.id(4), new float[6]);
    vectors.put(Pools.id(5), new float[] {1, 2});
    vectors.put(Pools.id(6), new float[] {Float.MAX_VALUE, 0, 0, 0, 0, Float.MAX_VALUE});
    vectors.put(Pools.id(7), new float[] {Float.MIN_VALUE, 0, 0, 0, 0, 0});
    var seekers = new ArrayList<>(GOOD.seekers());
    seekers.replaceAll(seeker -> seeker.userId().equals(Pools.id(8)) ? tomorrow(seeker) : seeker);
    seekers.add(new Seeker(Pools.id(9), Instant.ofEpochMilli(1_795_000_000_999L), 0, 0, Set.of()));
    return Pools.input(seekers, vectors, 0.35, 0.1);
  }

  private Seeker tomorrow(Seeker seeker) {
    return new Seeker(
        seeker.userId(), world.clock.instant().plusSeconds(86_400), 0, 0, seeker.excluded());
  }

  private Plan planned(PairingInput input) {
    return world.compute(world.open(), world.pool(input)).plan();
  }

  @Test
  void eachIsListedOnceWithItsReasonAndCounted() {
    var plan = planned(bad());
    assertThat(reasons(plan))
        .isEqualTo(
            Map.of(
                Pools.id(1), UnmatchedReason.NO_VECTOR,
                Pools.id(2), UnmatchedReason.NOT_FINITE_VECTOR,
                Pools.id(3), UnmatchedReason.NOT_FINITE_VECTOR,
                Pools.id(4), UnmatchedReason.ALL_ZERO_VECTOR,
                Pools.id(5), UnmatchedReason.OTHER_DIMENSION,
                Pools.id(8), UnmatchedReason.FUTURE_OPT_IN,
                Pools.id(9), UnmatchedReason.DUPLICATE_ID));
    assertThat(plan.leftOut()).isEqualTo(7);
    assertThat(plan.pairs()).isGreaterThan(10);
    assertThat(2 * plan.pairs() + plan.unmatched()).isEqualTo(61);
    assertThat(world.store.plan(plan.key()).counts())
        .containsEntry("left_out", 7L)
        .containsEntry("unmatched_not_finite_vector", 2L)
        .containsEntry("unmatched_duplicate_id", 1L);
  }

  @Test
  void duplicateIdIsToBeUpdatedOnceWithItsLatestOptIn() {
    var plan = planned(bad());
    assertThat(world.unmatched(plan))
        .filteredOn(seeker -> seeker.userId().equals(Pools.id(9)))
        .extracting(UnmatchedSeeker::optedInAt)
        .containsExactly(Instant.ofEpochMilli(1_795_000_000_999L));
  }

  @Test
  void planIsComputedAgainWithTheReasonsOfVectorsThatAreNotKept() {
    var document = world.store.plan(planned(bad()).key());
    assertThat(world.store.vectors(document.vectorsKey()))
        .hasSize(54)
        .containsKeys(Pools.id(6), Pools.id(7));
    assertThat(new PlanReplay(world.store).replay(document).difference()).isEmpty();
  }

  @Test
  void emptyPoolIsAPlanWithNobody() {
    var plan = planned(Pools.input(List.of(), Map.of(), 0.35, 0.1));
    assertThat(List.of(plan.pairs(), plan.unmatched(), plan.leftOut())).containsOnly(0);
    var replayed = new PlanReplay(world.store).replay(world.store.plan(plan.key()));
    assertThat(replayed.difference()).isEmpty();
  }

  @Test
  void singleSeekerIsTheOddOneOut() {
    var one = List.of(Pools.seeker("one", 5, 0));
    var vectors = Map.of(one.getFirst().userId(), new float[] {1, 2});
    var plan = planned(Pools.input(one, vectors, 0.35, 0.1));
    assertThat(world.unmatched(plan))
        .extracting(UnmatchedSeeker::reason)
        .containsExactly(UnmatchedReason.ODD_ONE_OUT);
    assertThat(new PlanReplay(world.store).replay(world.store.plan(plan.key())).difference())
        .isEmpty();
  }

  @Test
  void moreThanHalfEndsItWithCountsByReasonAndNothingIsWritten() {
    var vectors = new HashMap<SeekerId, float[]>();
    for (int i = 0; i < 40; i++) {
      vectors.put(Pools.id(i), i < 30 ? new float[] {1, 2} : new float[2]);
    }
    var pool = world.pool(Pools.input(GOOD.seekers(), vectors, 0.35, 0.1));
    var cycle = world.open();
    assertThatThrownBy(() -> world.compute(cycle, pool))
        .isInstanceOf(PoolUnusableException.class)
        .hasMessageStartingWith(
            "31 of 61 seekers can't be paired (no_vector: 21, all_zero_vector: 10)");
    assertThat(world.store.keys()).containsExactly(pool.key());
    assertThat(world.records.find(Pools.CYCLE).orElseThrow().plan()).isEmpty();
  }

  private Map<SeekerId, UnmatchedReason> reasons(Plan plan) {
    return world.unmatched(plan).stream()
        .filter(seeker -> seeker.reason().isUnusable())
        .collect(Collectors.toMap(UnmatchedSeeker::userId, UnmatchedSeeker::reason));
  }
}

package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import mosaicmatch.traits.SimilarSeekers;
import mosaicmatch.traits.TraitServiceUnavailableException;
import org.junit.jupiter.api.Test;

class QueriedPlanIsApproximateTest {

  private static final PairingInput POOL = Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2);

  private final PlanWorld world = new PlanWorld();

  /** Knows everybody's vector, and searches exactly. */
  private List<SeekerId> mostSimilar(SeekerId to, int topK) {
    return world.traits.similarTo(to, topK);
  }

  private Plan planned(SimilarSeekers index, int topK) {
    var pool = world.pool(POOL);
    POOL.seekers().forEach(s -> world.traits.optIn(s.userId(), s.optedInAt()));
    return world
        .compute(
            new VectorPages(world.traits), Candidates.queried(index, topK), world.open(), pool, "")
        .plan();
  }

  @Test
  void planSaysThatItIsAndByWhat() {
    var document = world.store.plan(planned(this::mostSimilar, 8).key());
    assertThat(document.algorithm()).isEqualTo("priority-greedy/1+query-similar");
    assertThat(document.settings())
        .containsEntry("candidates", "query-similar, approximate")
        .containsEntry("candidates_top_k", "8");
    assertThatThrownBy(() -> new PlanReplay(world.store).replay(document))
        .isInstanceOf(ApproximatePlanException.class)
        .hasMessageContaining("not kept");
  }

  @Test
  void pairsAreAmongThoseProposedAndTheirScoresExact() {
    var plan = planned(this::mostSimilar, 8);
    var exact = PairingProblem.of(POOL, Usability.of(POOL), Candidates.exact().sources());
    var numbers = new HashMap<SeekerId, Integer>();
    for (int n = 0; n < exact.contenders().size(); n++) {
      numbers.put(exact.contenders().seeker(n).userId(), n);
    }
    assertThat(world.pairs(plan)).isNotEmpty();
    for (var pair : world.pairs(plan)) {
      int one = numbers.get(pair.user1().userId());
      int other = numbers.get(pair.user2().userId());
      assertThat(pair.score())
          .isEqualTo(exact.scores().score(one, other))
          .isGreaterThanOrEqualTo(0.35);
      assertThat(exact.contenders().excludes(one, other)).isFalse();
      assertThat(
              mostSimilar(pair.user1().userId(), 8).contains(pair.user2().userId())
                  || mostSimilar(pair.user2().userId(), 8).contains(pair.user1().userId()))
          .isTrue();
    }
  }

  @Test
  void anIndexThatProposesEverybodyLeadsToTheExactPairs() {
    var plan = planned(this::mostSimilar, 1000);
    assertThat(world.pairs(plan))
        .isEqualTo(new PriorityGreedy().pair(POOL, Progress.IGNORED).pairs());
  }

  @Test
  void unmatchedAreNotToldMoreThanIsKnown() {
    var plan = planned((seeker, topK) -> List.of(), 8);
    assertThat(plan.pairs()).isZero();
    assertThat(world.unmatched(plan))
        .hasSize(61)
        .extracting(UnmatchedSeeker::reason)
        .containsOnly(UnmatchedReason.NOBODY_PROPOSED);
  }

  @Test
  void strangersAndOneselfAreNoPartners() {
    var plan = planned((seeker, topK) -> List.of(seeker, new SeekerId("not in the pool")), 8);
    assertThat(plan.pairs()).isZero();
  }

  @Test
  void eachIsAskedForOnceAndFewAtATime() {
    var asked = Collections.synchronizedList(new ArrayList<SeekerId>());
    var inFlight = new AtomicInteger();
    var most = new AtomicInteger();
    var together = new CountDownLatch(QueriedCandidates.AT_A_TIME);
    planned(
        (seeker, topK) -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          asked.add(seeker);
          together.countDown();
          await(together);
          inFlight.decrementAndGet();
          return List.of();
        },
        8);
    assertThat(new HashSet<>(asked)).hasSize(61);
    assertThat(asked).hasSize(61);
    assertThat(most.get()).isEqualTo(QueriedCandidates.AT_A_TIME);
  }

  @Test
  void indexThatIsDownEndsTheStepByItsOwnNameAndNothingIsWritten() {
    assertThatThrownBy(
            () ->
                planned(
                    (seeker, topK) -> {
                      throw new TraitServiceUnavailableException("down");
                    },
                    8))
        .isInstanceOf(TraitServiceUnavailableException.class);
    assertThat(world.store.keys()).hasSize(1);
  }

  @Test
  void settingChoosesAndAWrongOneIsNamed() {
    SimilarSeekers nobody = (seeker, topK) -> List.of();
    assertThat(Candidates.of(new Environment(Map.of()), nobody).label("x/1")).isEqualTo("x/1");
    var queried = new Environment(Map.of("MOSAIC_CANDIDATES", "query-similar"));
    assertThat(Candidates.of(queried, nobody).topK()).isEqualTo(64);
    for (var wrong :
        Map.of("MOSAIC_CANDIDATES", "some", "MOSAIC_CANDIDATES_TOP_K", "1001").entrySet()) {
      assertThatThrownBy(
              () ->
                  Candidates.of(new Environment(Map.of(wrong.getKey(), wrong.getValue())), nobody))
          .isInstanceOf(WrongSettingException.class)
          .hasMessageContaining(wrong.getKey());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("fewer queries at a time than allowed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.Plan;
import mosaicmatch.traits.SimilarSeekers;
import mosaicmatch.traits.TraitServiceUnavailableException;
import org.junit.jupiter.api.Test;

class QueriedPlanIsApproximateTest {

  private static final PairingInput POOL = Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2);

  private final PlanWorld world = new PlanWorld();

  private Plan planned(SimilarSeekers index) {
    var pool = world.pool(POOL);
    POOL.seekers().forEach(s -> world.traits.optIn(s.userId(), s.optedInAt()));
    var candidates = Candidates.queried(index, 8);
    return world.compute(new VectorPages(world.traits), candidates, world.open(), pool, "").plan();
  }

  @Test
  void planSaysThatItIsAndIsNotComputedAgain() {
    var document = world.store.plan(planned(world.traits).key());
    assertThat(document.algorithm()).isEqualTo("priority-greedy/1+query-similar");
    assertThat(document.settings())
        .containsEntry("candidates", "query-similar, approximate")
        .containsEntry("candidates_top_k", "8");
    assertThatThrownBy(() -> new PlanReplay(world.store).replay(document))
        .isInstanceOf(ApproximatePlanException.class)
        .hasMessageContaining("not kept");
  }

  @Test
  void indexThatIsDownEndsTheStepByItsOwnNameAndNothingIsWritten() {
    SimilarSeekers down =
        (seeker, topK) -> {
          throw new TraitServiceUnavailableException("down");
        };
    assertThatThrownBy(() -> planned(down)).isInstanceOf(TraitServiceUnavailableException.class);
    assertThat(world.store.keys()).hasSize(1);
  }
}

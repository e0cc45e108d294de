package mosaicmatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import mosaicmatch.model.Scenario.Event;
import mosaicmatch.model.Scenario.Faults;
import mosaicmatch.model.Scenario.Miss;
import mosaicmatch.proof.ReliabilityTable;
import mosaicmatch.proof.SearchResult;
import org.junit.jupiter.api.Test;

/**
 * Walks the model at random and lets the real protocol take each step over the ports in memory:
 * after each, the real code must be about to make the call that the model's is, and everything that
 * is stored must be the same.
 */
class ModelAgreesWithTheCodeTest {

  private static final long SEED = 20_261_122;
  private static final int WALKS = 600;
  private static final int STEPS = 80;
  private static final Faults FAULTS = new Faults(3, 3, 3, 0);

  private static final List<Scenario> WORLDS =
      List.of(
          Scenario.of("minds", 2, "c1 a1#b1", "c2 a1#b2", "c3 a2#b2")
              .with(FAULTS)
              .with(Event.OPT_OUT, Event.OPT_IN_AGAIN)
              .withOptIns(3),
          Scenario.of("poison", 3, "c1 a1#b1", "c2 b1#c1", "c3 a2#c1")
              .with(FAULTS)
              .with(Event.DELETE_ACCOUNT, Event.OPT_IN_AGAIN)
              .withOptIns(2),
          Scenario.of("lost matches", 3, "c1 a1#b1", "c2 a1#c1", "c3 b1#c2")
              .with(FAULTS)
              .with(Event.LOSE_A_MATCH, Event.OPT_IN_AGAIN, Event.OPT_OUT)
              .withOptIns(2),
          Scenario.of("missed", 3, "c1 a1#b1", "c2 a1#c1", "c3 b1#c1")
              .with(FAULTS)
              .with(Event.OPT_IN_AGAIN, Event.ERASE)
              .withOptIns(2)
              .missing(new Miss(1, 2, 1), new Miss(2, 1, 1), new Miss(3, 0, 1)),
          Scenario.of("blocks", 3, "c1 a1#b1", "c2 a1#c1", "c3 b1#c1")
              .with(FAULTS)
              .with(Event.BLOCK, Event.OPT_OUT));

  @Test
  void everyStepOfTheLockIsTheCodesStep() {
    var random = new SplittableRandom(SEED);
    for (int walk = 0; walk < WALKS; walk++) {
      new LockWalk(random.split()).run(STEPS);
    }
  }

  @Test
  void everyStepOfTheModelIsTheCodesStep() {
    long began = System.nanoTime();
    var random = new SplittableRandom(SEED);
    long steps = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      steps += new Walk(WORLDS.get(walk % WORLDS.size()), random.split()).run(STEPS);
    }
    System.out.println("model and code took " + steps + " steps alike, seed " + SEED);
    assertThat(steps).isGreaterThan(WALKS * (long) STEPS / 2);
    ReliabilityTable.ofThisBuild()
        .add(
            SearchResult.ofRuns(
                    "model-agrees-with-the-code",
                    getClass(),
                    WALKS,
                    0,
                    (System.nanoTime() - began) / 1e9)
                .withSeed(SEED));
  }
}

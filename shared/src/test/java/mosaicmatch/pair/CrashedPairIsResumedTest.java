package mosaicmatch.pair;

import static mosaicmatch.pair.PairWorld.CYCLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.proof.Choices;
import mosaicmatch.proof.Crash;
import mosaicmatch.proof.EverySequence;
import mosaicmatch.proof.Interleaving;
import mosaicmatch.proof.Wrapping;
import org.junit.jupiter.api.Test;

/**
 * One attempt that meets any two faults, anywhere, one after the other: crashes and lost answers,
 * before or after each call. Then the next attempt, or reconciliation, ends the pair.
 */
class CrashedPairIsResumedTest {

  @Test
  void nextAttemptCompletesThePairWhereverTheFirstOnesCrashed() {
    afterAnyTwoFaults(
        world -> {},
        (world, pair) -> {
          var entry = world.protocol().process(pair, Duration.ZERO);
          assertThat(entry.status()).isEqualTo(PairStatus.COMPLETED);
          world.assertWhole(pair);
        });
  }

  @Test
  void nextAttemptAbandonsAPairWhoseMatchIsRefusedWhereverTheFirstOnesCrashed() {
    afterAnyTwoFaults(
        world -> world.seekers.optOut(world.ben.userId()),
        (world, pair) -> {
          var entry = world.protocol().process(pair, Duration.ZERO);
          assertThat(entry.status()).isEqualTo(PairStatus.ABANDONED);
          world.assertWhole(pair);
          world.assertCanBeMatchedAgain(world.ann);
        });
  }

  @Test
  void nextAttemptFailsAPairWithAGoneMemberWhereverTheFirstOnesCrashed() {
    afterAnyTwoFaults(
        world -> world.rooms.delete(world.ann.userId()),
        (world, pair) -> {
          var entry = world.protocol().process(pair, Duration.ZERO);
          assertThat(entry.status()).isEqualTo(PairStatus.FAILED);
          assertThat(world.consumed(entry)).containsExactly(world.ann.userId());
          world.assertWhole(pair);
          world.assertCanBeMatchedAgain(world.ben);
        });
  }

  @Test
  void reconciliationFinishesWhatIsRecordedAsMatchedAndGivesTheRestUp() {
    afterAnyTwoFaults(
        world -> {},
        (world, pair) -> {
          var found = world.trail.find(CYCLE, pair.pairKey());
          if (found.isEmpty()) {
            return;
          }
          var entry = world.protocol().finishOrAbandon(found.get());
          world.assertWhole(pair);
          if (found.get().metadataUpdated()) {
            assertThat(entry.status()).isEqualTo(PairStatus.COMPLETED);
          } else {
            assertThat(entry.status()).isEqualTo(PairStatus.ABANDONED);
            world.assertCanBeMatchedAgain(world.ann);
            world.assertCanBeMatchedAgain(world.ben);
          }
        });
  }

  private interface Ending {
    void check(PairWorld world, PlannedPair pair);
  }

  private static void afterAnyTwoFaults(Consumer<PairWorld> before, Ending ending) {
    long runs = EverySequence.of(choices -> afterTwoFaults(choices, before, ending));
    System.out.println("one attempt, two faults: " + runs + " runs");
  }

  private static void afterTwoFaults(Choices choices, Consumer<PairWorld> before, Ending ending) {
    var world = new PairWorld();
    before.accept(world);
    var pair = PairWorld.pair(CYCLE, world.ann, world.ben);
    var interleaving = new Interleaving(choices, 0, 2);
    var protocol = world.protocol(interleaving, Wrapping.NONE);
    interleaving.add(
        () -> {
          try {
            protocol.process(pair, Duration.ZERO);
          } catch (RuntimeException | Crash e) {
            protocol.process(pair, Duration.ZERO);
          }
        });
    interleaving.run();
    try {
      ending.check(world, pair);
    } catch (AssertionError e) {
      throw new AssertionError(choices + " " + interleaving.trace(), e);
    }
  }
}

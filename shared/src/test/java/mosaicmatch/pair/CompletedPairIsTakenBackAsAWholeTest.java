package mosaicmatch.pair;

import static mosaicmatch.pair.PairWorld.CYCLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.traits.UndoAnswer;
import org.junit.jupiter.api.Test;

class CompletedPairIsTakenBackAsAWholeTest {

  private final PairWorld world = new PairWorld();
  private final PlannedPair pair = PairWorld.pair(CYCLE, world.ann, world.ben);
  private final PairUndo undo = new PairUndo(world.trail, world.rooms, world.seekers);

  @Test
  void roomIsClosedAndBothWaitAgainByAnOptInOfTheirOwn() {
    var completed = world.protocol().process(pair, Duration.ZERO);
    assertThat(undo.undo(completed))
        .containsExactly(
            new PairUndo.Member(world.ann, UndoAnswer.PUT_BACK),
            new PairUndo.Member(world.ben, UndoAnswer.PUT_BACK));
    assertThat(world.rooms.isClosed(CYCLE, pair.pairKey())).isTrue();
    assertThat(world.entry(pair).status()).isEqualTo(PairStatus.UNDONE);
    var again = world.seekers.standing(world.ann.userId()).optedInAt().orElseThrow();
    assertThat(again).isEqualTo(world.ann.optedInAt().plusMillis(1));
  }

  @Test
  void pairThatIsNotCompletedIsLeftAsItIs() {
    world.seekers.optOut(world.ben.userId());
    var abandoned = world.protocol().process(pair, Duration.ZERO);
    assertThat(undo.undo(abandoned)).isEmpty();
    assertThat(world.entry(pair)).isEqualTo(abandoned);
    assertThat(world.rooms.isClosed(CYCLE, pair.pairKey())).isFalse();
  }
}

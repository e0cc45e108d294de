package mosaicmatch.postmatch;

import static mosaicmatch.lambda.JsonCall.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.nakama.NakamaUnavailableException;
import org.junit.jupiter.api.Test;

class PairIsProcessedOnceTest {

  private final PostMatchWorld world = new PostMatchWorld();

  @Test
  void pairIsCompleted() {
    assertThat(world.process(world.cycle))
        .isEqualTo("{\"kind\":\"pair\",\"pair_key\":\"ann#ben\",\"status\":\"completed\"}");
    assertThat(world.rooms.notifications(world.ann.userId())).isEqualTo(1);
    assertThat(world.rooms.notifications(world.ben.userId())).isEqualTo(1);
  }

  @Test
  void repeatedCallGetsTheStoredAnswer() {
    var first = world.process(world.cycle);
    world.rooms.down(true);
    world.seekers.down(true);
    assertThat(world.process(world.cycle)).isEqualTo(first);
    assertThat(world.trail.find(PostMatchWorld.ID, world.pair.pairKey()).orElseThrow().attempt())
        .isEqualTo(1);
  }

  @Test
  void callThatFailedLeavesNoAnswerAndTheNextOneFinishes() {
    world.rooms.down(true);
    assertThatThrownBy(() -> world.process(world.cycle))
        .isInstanceOf(NakamaUnavailableException.class);
    world.rooms.down(false);
    assertThat(world.process(world.cycle)).contains("\"status\":\"completed\"");
  }

  @Test
  void abandonedPairTellsItsReason() {
    world.seekers.optOut(world.ben.userId());
    assertThat(world.process(world.cycle))
        .isEqualTo(
            "{\"kind\":\"pair\",\"pair_key\":\"ann#ben\",\"status\":\"abandoned\","
                + "\"reason\":\"match refused: opted_out\"}");
  }

  @Test
  void lockIsRenewedWhenLessThanHalfOfItsLeaseIsLeft() {
    world.clock.advance(Duration.ofSeconds(200));
    world.process(world.cycle);
    assertThat(world.lock.state().orElseThrow().leaseUntil())
        .isEqualTo(world.clock.instant().plusSeconds(300));
  }

  @Test
  void lostLockStopsNothing() {
    world.lock.release(world.cycle);
    assertThat(world.process(world.cycle)).contains("\"status\":\"completed\"");
    assertThat(world.lock.state().orElseThrow().owner()).isEmpty();
  }

  @Test
  void dryRunIsRefused() {
    var dry = new Cycle(PostMatchWorld.ID, "execution-1", 0, 0, true);
    assertThatThrownBy(() -> world.process(dry))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("dry run");
    assertThat(world.trail.entriesOf(PostMatchWorld.ID)).isEmpty();
  }

  @Test
  void pairOfAnotherCycleIsRefused() {
    var other = new Cycle(new CycleId("2026-11-22T03:00:00Z"), "execution-1", 0, 1, false);
    assertThatThrownBy(() -> world.process(other))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("pair.cycle_id must be the id of the cycle");
  }

  @Test
  void pairWhoseKeyIsNotItsMembersIsRefused() {
    var line = json(world.pair).replace("\"ann#ben\"", "\"ann#zoe\"");
    assertThatThrownBy(() -> world.process(json(world.cycle), line))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("pair_key does not name user1 and user2");
  }
}

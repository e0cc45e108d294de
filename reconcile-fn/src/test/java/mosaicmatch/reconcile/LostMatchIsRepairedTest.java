package mosaicmatch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.plan.SomePairs;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.StepTiming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register is set back to before a match, as by a restored table. */
class LostMatchIsRepairedTest {

  private static final SeekerId ADA = new SeekerId("ada");

  private final CycleWorld world = new CycleWorld();
  private AuditEntry completed;

  @BeforeEach
  void completeAPair() {
    completed = world.process(world.pair("ada", "ben"));
  }

  /** What the next cycle finds, and counts. */
  private void poolCounts(long consumed) {
    var timing = new StepTiming(Instant.EPOCH, Instant.EPOCH);
    world.records.recordStep(
        SomePairs.CYCLE, "fetch-pool", timing, Map.of("left_out_consumed", consumed));
  }

  private Reconciled reconciled() {
    world.clock.advance(Duration.ofHours(1));
    return world.reconcile().run(new ReconcileLimits(Duration.ZERO, 100), () -> true);
  }

  @Test
  void whoWaitsByAConsumedOptInIsMatchedAgain() {
    world.seekers.forceBack(ADA, completed.user1().optedInAt());
    world.seekers.forgetMeeting(ADA, completed.user2().userId());
    poolCounts(1);
    assertThat(reconciled().repaired()).isEqualTo(1);
    assertThat(world.seekers.status(ADA)).isEqualTo("matched");
    assertThat(world.seekers.partner(ADA)).contains(completed.user2().userId());
    assertThat(reconciled().repaired()).isZero();
  }

  @Test
  void newerOptInIsNeverTouched() {
    world.seekers.forceBack(ADA, completed.user1().optedInAt().plusMillis(1));
    poolCounts(1);
    assertThat(reconciled().repaired()).isZero();
    assertThat(world.seekers.status(ADA)).isEqualTo("waiting");
  }

  @Test
  void undoneMatchIsNeverMadeAgain() {
    world.seekers.forceBack(ADA, completed.user1().optedInAt());
    world.seekers.forgetMeeting(ADA, completed.user2().userId());
    world.trail.recordUndone(completed);
    poolCounts(1);
    assertThat(reconciled().repaired()).isZero();
    assertThat(world.seekers.status(ADA)).isEqualTo("waiting");
  }

  @Test
  void whoIsInALivePairIsLetAlone() {
    var again = new OptIn(ADA, completed.user1().optedInAt().plusMillis(1));
    world.seekers.forceBack(ADA, again.optedInAt());
    var cleo = world.seekers.optIn(new SeekerId("cleo"), SomePairs.OPTED_IN);
    world.claim(SomePairs.pair(SomePairs.NEXT_CYCLE, again, cleo));
    poolCounts(1);
    world.clock.advance(Duration.ofSeconds(1));
    var atOnce = world.reconcile().run(new ReconcileLimits(Duration.ZERO, 100), () -> true);
    assertThat(atOnce.repaired()).isZero();
    assertThat(world.seekers.status(ADA)).isEqualTo("waiting");
  }

  @Test
  void poolIsNotReadWithoutASign() {
    poolCounts(0);
    world.seekers.down(true);
    assertThat(reconciled().repaired()).isZero();
  }

  @Test
  void nobodyIsRepairedWithoutTime() {
    world.seekers.forceBack(ADA, completed.user1().optedInAt());
    world.seekers.forgetMeeting(ADA, completed.user2().userId());
    poolCounts(1);
    var limits = new ReconcileLimits(Duration.ZERO, 100);
    assertThat(world.reconcile().run(limits, () -> false).repaired()).isZero();
  }

  @Test
  void whoWasBlockedSinceWaitsOn() {
    world.seekers.forceBack(ADA, completed.user1().optedInAt());
    poolCounts(1);
    assertThat(reconciled().repaired()).isZero();
    assertThat(world.seekers.status(ADA)).isEqualTo("waiting");
  }

  @Test
  void olderOptInThanThePairsOwnIsNotMatched() {
    world.seekers.forceBack(ADA, completed.user1().optedInAt().minusMillis(1));
    world.seekers.forgetMeeting(ADA, completed.user2().userId());
    poolCounts(1);
    assertThat(reconciled().repaired()).isZero();
    assertThat(world.seekers.status(ADA)).isEqualTo("waiting");
  }

  @Test
  void whoWasGoneIsMatchedAgainSoThatTheyMayOptInAnew() {
    world.rooms.delete(new SeekerId("cleo"));
    var failed = world.process(world.pair("cleo", "dan"));
    var cleo = failed.user1();
    world.seekers.forceBack(cleo.userId(), cleo.optedInAt());
    world.seekers.forgetMeeting(cleo.userId(), failed.user2().userId());
    poolCounts(1);
    assertThat(reconciled().repaired()).isEqualTo(1);
    assertThat(world.seekers.status(cleo.userId())).isEqualTo("matched");
    assertThat(world.seekers.status(failed.user2().userId())).isEqualTo("waiting");
  }
}

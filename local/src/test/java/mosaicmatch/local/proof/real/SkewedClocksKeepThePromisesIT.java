package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.claim.AttemptInProgressException;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lock.LockHeldException;
import mosaicmatch.lock.LockLostException;
import mosaicmatch.lock.Opening;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors whose clocks are a minute behind and a minute ahead of the true time. */
class SkewedClocksKeepThePromisesIT {

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration ATTEMPT_LEASE = Duration.ofSeconds(45);
  private static final int ROUNDS = 25;

  @TempDir private static Path folder;
  private static RealSystem system;
  private static Executor behind;
  private static Executor onTime;
  private static Executor ahead;
  private static List<Executor> all;
  private static long began;

  @BeforeAll
  static void start() throws Exception {
    began = System.nanoTime();
    system = RealSystem.start(folder.resolve("home"));
    var clock = InstantSource.system();
    behind = Executor.of(system.stack(), InstantSource.offset(clock, SKEW.negated()));
    onTime = Executor.of(system.stack(), clock);
    ahead = Executor.of(system.stack(), InstantSource.offset(clock, SKEW));
    all = List.of(behind, onTime, ahead);
  }

  @AfterAll
  static void stop() {
    system.close();
    RealPartsRow.add(System.nanoTime() - began);
  }

  @Test
  void lockThatIsTakenOverTooEarlyIsLostForItsFirstOwner() throws Exception {
    var first = opened(behind.lock().open(new CycleId("2026-11-22T02:00:00Z"), "first", 0));
    // To who is two minutes ahead of its owner, the lease of one minute has ended.
    var second = opened(ahead.lock().open(new CycleId("2026-11-22T03:00:00Z"), "second", 0));
    assertThat(second.fence()).isEqualTo(first.fence() + 1);
    assertThatThrownBy(() -> behind.lock().renew(first)).isInstanceOf(LockLostException.class);
    assertThatThrownBy(() -> behind.lock().hold(first)).isInstanceOf(LockHeldException.class);
    assertThat(behind.lock().release(first)).isFalse();
    assertThat(ahead.lock().state().orElseThrow().owner()).contains("second");
    assertThat(behind.lock().open(new CycleId("2026-11-22T04:00:00Z"), "third", 0))
        .as("a lease by a clock ahead is respected by one behind")
        .isEqualTo(new Opening.Busy());
    assertThat(ahead.lock().release(second)).isTrue();
  }

  private static mosaicmatch.cycle.Cycle opened(Opening opening) {
    assertThat(opening).isInstanceOf(Opening.Opened.class);
    return ((Opening.Opened) opening).cycle();
  }

  @Test
  void newOptInCountsWhateverClockWroteTheLastOne() throws Exception {
    system.stack().people().nakama().signUp(List.of("again", "once", "twice"));
    var first = Executor.planned(cycle(1), ahead.optIn("again"), ahead.optIn("once"));
    assertThat(ahead.protocol().process(first, ATTEMPT_LEASE).status())
        .isEqualTo(PairStatus.COMPLETED);
    var anew = behind.optIn("again");
    assertThat(anew.optedInAt()).isAfter(first.user1().optedInAt());
    var second = Executor.planned(cycle(2), anew, behind.optIn("twice"));
    assertThat(behind.protocol().process(second, ATTEMPT_LEASE).status())
        .isEqualTo(PairStatus.COMPLETED);
    // What the first opt-in led to is not repeated with it, by any clock.
    var third = Executor.planned(cycle(3), first.user1(), onTime.optIn("once"));
    assertThat(onTime.protocol().process(third, ATTEMPT_LEASE).status())
        .isEqualTo(PairStatus.SUPERSEDED);
    StoredPromises.hold(system);
  }

  private static CycleId cycle(int number) {
    return new CycleId(Instant.parse("2026-11-22T05:00:00Z").plusSeconds(60L * number).toString());
  }

  /** Three people, of whom each pair is planned by another cycle, with two executors each. */
  @Test
  void threeCyclesThatShareTheirSeekersMatchOnePairOfThem() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var people = optInThree(round);
      var pairs =
          List.of(
              Executor.planned(cycle(100 + 3 * round), people.get(0), people.get(1)),
              Executor.planned(cycle(101 + 3 * round), people.get(1), people.get(2)),
              Executor.planned(cycle(102 + 3 * round), people.get(0), people.get(2)));
      int shift = round;
      Together.run(
          6,
          i ->
              () ->
                  all.get((i + shift) % 3)
                      .protocol()
                      .process(pairs.get(i % 2 == 0 ? i / 2 : (i + shift) / 2 % 3), ATTEMPT_LEASE));
      var ends = new ArrayList<PairStatus>();
      for (var pair : pairs) {
        ends.add(untilEnd(pair, round).status());
      }
      assertThat(ends).as("round " + round).containsOnlyOnce(PairStatus.COMPLETED);
    }
    StoredPromises.hold(system);
  }

  private static List<OptIn> optInThree(int round) throws InterruptedException {
    var ids = List.of("ann-" + round, "ben-" + round, "cat-" + round);
    system.stack().people().nakama().signUp(ids);
    var people = new ArrayList<OptIn>();
    for (int i = 0; i < ids.size(); i++) {
      people.add(all.get((i + round) % 3).optIn(ids.get(i)));
    }
    return people;
  }

  private static AuditEntry untilEnd(PlannedPair pair, int round) {
    for (int tries = 0; tries < 10; tries++) {
      try {
        return all.get((round + tries) % 3).protocol().process(pair, ATTEMPT_LEASE);
      } catch (AttemptInProgressException underWay) {
        system.leases().pass(Duration.ofSeconds(30));
      }
    }
    throw new AssertionError(pair.pairKey() + " does not end");
  }
}

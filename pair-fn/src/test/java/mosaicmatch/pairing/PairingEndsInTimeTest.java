package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.traits.SeekerVectors;
import org.junit.jupiter.api.Test;

class PairingEndsInTimeTest {

  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final PlanWorld world = new PlanWorld();
  private final AtomicInteger renewals = new AtomicInteger();
  private final List<String> told = new ArrayList<>();
  private final PairingWatch watch = watch();

  private PairingWatch watch() {
    var end = world.clock.instant().plus(LIMIT);
    return new PairingWatch(
        world.clock,
        () -> Duration.between(world.clock.instant(), end),
        renewals::incrementAndGet,
        (share, matched) -> told.add(share + " " + matched));
  }

  @Test
  void progressIsToldAndTheLockKeptEveryFiveSecondsAtMost() {
    for (int second = 0; second <= 60; second++) {
      watch.report(second / 60.0, 2 * second);
      watch.report(second / 60.0, 2 * second);
      world.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(told).hasSize(12).startsWith(5 / 60.0 + " 10").endsWith("1.0 120");
    assertThat(renewals).hasValue(13);
  }

  @Test
  void pairingEndsWhileThereIsTimeToWriteThePlan() {
    world.clock.advance(LIMIT.minusSeconds(20));
    assertThatCode(() -> watch.report(0.43, 10)).doesNotThrowAnyException();
    world.clock.advance(Duration.ofMillis(1));
    assertThatThrownBy(() -> watch.report(0.43, 10))
        .isInstanceOf(PairingOutOfTimeException.class)
        .hasMessageStartingWith("pairing was ended after 880 s with 43 % done: the last 20 s")
        .hasMessageContainingAll(
            "nothing was written", "MOSAIC_MAX_SEEKERS", "memory", "MOSAIC_PAIRING=distributed");
  }

  @Test
  void largePlansGetMoreTimeToBeWritten() {
    watch.keepTimeToWrite(390_000L * 768 * Float.BYTES);
    world.clock.advance(LIMIT.minusSeconds(67));
    assertThatCode(() -> watch.report(0.9, 10)).doesNotThrowAnyException();
    world.clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> watch.report(0.9, 10)).isInstanceOf(PairingOutOfTimeException.class);
  }

  @Test
  void nothingIsWrittenAndAnotherAttemptWithMoreTimeMakesThePlan() {
    var cycle = world.open();
    var pool = world.pool(Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2));
    var end = world.clock.instant().plus(LIMIT);
    SeekerVectors slow =
        ids -> {
          world.clock.advance(LIMIT.minusSeconds(10));
          return world.traits.fetch(ids);
        };
    assertThatThrownBy(
            () ->
                computing(new VectorPages(slow))
                    .compute(
                        cycle,
                        pool,
                        settings(),
                        () -> Duration.between(world.clock.instant(), end)))
        .isInstanceOf(PairingOutOfTimeException.class)
        .hasMessageContaining("with 0 % done");
    assertThat(world.store.keys()).containsExactly(pool.key());
    assertThat(world.records.find(Pools.CYCLE).orElseThrow().plan()).isEmpty();
    var redriven = new Cycle(cycle.id(), cycle.execution(), 1, cycle.fence(), false);
    assertThat(
            computing(new VectorPages(world.traits))
                .compute(redriven, pool, settings(), () -> LIMIT)
                .plan()
                .pairs())
        .isPositive();
  }

  private ComputePairs computing(VectorPages vectors) {
    return new ComputePairs(
        world.lock, world.records, world.store, vectors, Candidates.exact(), world.clock);
  }

  private static PairingSettings settings() {
    return new PairingSettings(0.35, 0.1, "priority-greedy");
  }
}

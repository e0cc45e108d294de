package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

/** An id that the pool names twice, and opt-ins from the future. */
class BrokenPoolLinesAreLeftOutTest {

  private static final PairingInput POOL = Pools.draw(7, 20, 4, Shape.CLUSTERED, 0);
  private static final Instant CLOCK = Instant.ofEpochMilli(1_795_000_001_000L);

  @Test
  void idNamedTwiceIsLeftOutOnceWithItsLatestOptIn() {
    var seekers = new ArrayList<>(POOL.seekers());
    var third = seekers.get(3);
    seekers.add(at(third, third.optedInAt().plusMillis(7)));
    seekers.add(at(third, third.optedInAt().minusMillis(7)));
    var pairing = pair(seekers);
    assertThat(leftOut(pairing))
        .containsExactly(
            new UnmatchedSeeker(
                Pools.CYCLE,
                third.userId(),
                third.optedInAt().plusMillis(7),
                UnmatchedReason.DUPLICATE_ID,
                Optional.empty()));
    assertThat(2 * pairing.pairs().size() + pairing.unmatched().size()).isEqualTo(20);
  }

  @Test
  void sameLineTwiceIsTwiceToo() {
    var seekers = new ArrayList<>(POOL.seekers());
    seekers.add(seekers.get(3));
    assertThat(leftOut(pair(seekers)))
        .extracting(UnmatchedSeeker::reason)
        .containsExactly(UnmatchedReason.DUPLICATE_ID);
  }

  @Test
  void nobodyElseIsPairedOtherwiseThanWithoutThem() {
    var seekers = new ArrayList<>(POOL.seekers());
    var third = seekers.get(3);
    seekers.add(at(third, third.optedInAt().plusMillis(7)));
    var without = POOL.seekers().stream().filter(seeker -> seeker != third).toList();
    assertThat(pair(seekers).pairs()).isEqualTo(pair(without).pairs());
  }

  @Test
  void orderOfTheLinesChangesNothing() {
    var seekers = new ArrayList<>(POOL.seekers());
    var third = seekers.get(3);
    seekers.add(at(third, CLOCK.plusSeconds(500)));
    seekers.add(new Seeker(third.userId(), third.optedInAt(), 9, 0, third.excluded()));
    var expected = pair(seekers);
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(seekers, new Random(seed));
      assertThat(pair(seekers)).isEqualTo(expected);
    }
  }

  @Test
  void optInFromTheFutureIsLeftOut() {
    var seekers = new ArrayList<>(POOL.seekers());
    seekers.set(3, at(seekers.get(3), CLOCK.plusMillis(120_001)));
    seekers.set(4, at(seekers.get(4), CLOCK.plusMillis(120_000)));
    assertThat(leftOut(pair(seekers)))
        .extracting(seeker -> seeker.userId() + " " + seeker.reason())
        .containsExactly(seekers.get(3).userId() + " FUTURE_OPT_IN");
  }

  @Test
  void moreThanHalfIsAnErrorThatCountsByReason() {
    var seekers = new ArrayList<Seeker>();
    for (int i = 0; i < 4; i++) {
      seekers.add(at(POOL.seekers().get(i), CLOCK.plusSeconds(3600)));
    }
    seekers.addAll(List.of(POOL.seekers().get(4), POOL.seekers().get(4), POOL.seekers().get(5)));
    assertThatThrownBy(() -> pair(seekers))
        .isInstanceOf(PoolUnusableException.class)
        .hasMessage(
            "5 of 6 seekers can't be paired (duplicate_id: 1, future_opt_in: 4), more than half;"
                + " nothing was planned");
  }

  private static List<UnmatchedSeeker> leftOut(Pairing pairing) {
    return pairing.unmatched().stream().filter(seeker -> seeker.reason().isUnusable()).toList();
  }

  private static Pairing pair(List<Seeker> seekers) {
    Map<SeekerId, float[]> vectors = POOL.vectors();
    var input = new PairingInput(Pools.CYCLE, seekers, vectors, POOL.settings(), CLOCK, Map.of());
    return new PriorityGreedy().pair(input, Progress.IGNORED);
  }

  private static Seeker at(Seeker seeker, Instant optedInAt) {
    return new Seeker(
        seeker.userId(), optedInAt, seeker.missedCycles(), seeker.waitBoost(), seeker.excluded());
  }
}

package mosaicmatch.fetchpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mosaicmatch.nakama.NakamaUnavailableException;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.LeftOutSeeker.Reason;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

class PoolLeavesOutWhoIsSpokenForTest {

  private static final Duration LEASE = Duration.ofSeconds(45);

  private final FetchWorld world = new FetchWorld();

  @Test
  void poolHoldsWhoWaitsLongestWaitFirstWithBoostsAndExclusions() {
    world.optIn("new", 1);
    world.optIn("old", 900);
    world.optIn("middle", 60);
    world.seekers.exclude(new SeekerId("new"), new SeekerId("old"));
    var fetched = world.fetch(world.open());
    assertThat(world.pool(fetched))
        .extracting(seeker -> seeker.userId() + " " + seeker.waitBoost())
        .containsExactly("old 1.0", "middle 0.5", "new 0.0");
    assertThat(world.pool(fetched).getFirst().excluded()).containsExactly(new SeekerId("new"));
    assertThat(fetched.pool().seekers()).isEqualTo(3);
    assertThat(fetched.pool().enough()).isTrue();
    assertThat(fetched.pool().clock()).isEqualTo(world.now());
  }

  @Test
  void seekersOfAnUnfinishedPairAreLeftOut() {
    var ann = world.optIn("ann", 90);
    var ben = world.optIn("ben", 60);
    world.optIn("cam", 30);
    world.claims.claim(world.earlierPair(ann, ben), LEASE);
    var fetched = world.fetch(world.open());
    assertThat(world.pool(fetched)).extracting(s -> s.userId().value()).containsExactly("cam");
    assertThat(fetched.pool().leftOut().liveClaim()).isEqualTo(2);
    assertThat(fetched.pool().enough()).isFalse();
  }

  @Test
  void consumedOptInIsLeftOutEvenIfTheServiceStillListsIt() {
    var ann = world.optIn("ann", 90);
    var ben = world.optIn("ben", 60);
    world.optIn("cam", 30);
    var entry = world.protocol.process(world.earlierPair(ann, ben), LEASE);
    world.seekers.voidMatch(ann, entry.cycleId(), entry.pairKey());
    var fetched = world.fetch(world.open());
    assertThat(world.pool(fetched)).extracting(s -> s.userId().value()).containsExactly("cam");
    assertThat(fetched.pool().leftOut().consumed()).isEqualTo(1);
    assertThat(world.leftOut(fetched))
        .containsExactly(new LeftOutSeeker(ann.userId(), ann.optedInAt(), Reason.CONSUMED));
  }

  @Test
  void newOptInAfterAMatchIsInThePool() {
    var ann = world.optIn("ann", 90);
    var ben = world.optIn("ben", 60);
    world.protocol.process(world.earlierPair(ann, ben), LEASE);
    var again = world.optIn("ann", 10);
    var fetched = world.fetch(world.open());
    assertThat(world.pool(fetched)).extracting(Seeker::optIn).containsExactly(again);
  }

  @Test
  void oldestAreKeptWhenThereAreTooMany() {
    world.limits(2, 2);
    var ann = world.optIn("ann", 90);
    var ben = world.optIn("ben", 80);
    world.claims.claim(world.earlierPair(ann, ben), LEASE);
    world.optIn("cam", 70);
    world.optIn("dan", 60);
    world.optIn("eve", 50);
    var fetched = world.fetch(world.open());
    assertThat(world.pool(fetched))
        .extracting(s -> s.userId().value())
        .containsExactly("cam", "dan");
    assertThat(fetched.pool().leftOut().overLimit()).isEqualTo(1);
    assertThat(fetched.pool().leftOut().liveClaim()).isEqualTo(2);
    assertThat(world.leftOut(fetched))
        .extracting(left -> left.userId() + " " + left.reason().wireName())
        .containsExactly("ann live_claim", "ben live_claim", "eve over_limit");
  }

  @Test
  void nobodyWaitingIsAnEmptyPool() {
    var fetched = world.fetch(world.open());
    assertThat(world.pool(fetched)).isEmpty();
    assertThat(fetched.pool().enough()).isFalse();
  }

  @Test
  void pairThatWaitsForNakamaKeepsItsSeekersOut() {
    var ann = world.optIn("ann", 90);
    var ben = world.optIn("ben", 60);
    world.rooms.down(true);
    assertThatThrownBy(() -> world.protocol.process(world.earlierPair(ann, ben), LEASE))
        .isInstanceOf(NakamaUnavailableException.class);
    assertThat(world.pool(world.fetch(world.open()))).isEmpty();
  }
}

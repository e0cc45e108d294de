package mosaicmatch.fetchpool;

import static org.assertj.core.api.Assertions.assertThat;

import mosaicmatch.pool.Seeker;
import org.junit.jupiter.api.Test;

class FutureOptInsDistortNoBoostTest {

  private final FetchWorld world = new FetchWorld();

  @Test
  void boostsAreThoseOfAPoolWithoutThem() {
    world.optIn("old", 900);
    world.optIn("middle", 60);
    world.optIn("new", 1);
    world.optIn("tomorrow", -86_400);
    world.optIn("next year", -31_536_000);
    assertThat(world.pool(world.fetch(world.open())))
        .extracting(seeker -> seeker.userId() + " " + seeker.waitBoost())
        .containsExactly("old 1.0", "middle 0.5", "new 0.0", "tomorrow 0.0", "next year 0.0");
  }

  @Test
  void optInAheadByNoMoreThanClocksMayDifferIsTheNewest() {
    world.optIn("old", 900);
    world.optIn("ahead", -120);
    assertThat(world.pool(world.fetch(world.open())))
        .extracting(Seeker::waitBoost)
        .containsExactly(1.0, 0.0);
  }

  @Test
  void theyTakeNobodysPlace() {
    world.limits(2, 2);
    world.optIn("tomorrow", -86_400);
    world.optIn("old", 900);
    world.optIn("new", 1);
    var fetched = world.fetch(world.open());
    assertThat(world.pool(fetched))
        .extracting(s -> s.userId().value())
        .containsExactly("old", "new");
    assertThat(world.leftOut(fetched))
        .extracting(s -> s.userId().value())
        .containsExactly("tomorrow");
  }
}

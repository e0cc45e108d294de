package mosaicmatch.plan;

import java.time.Instant;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/** Pairs for tests. */
public final class SomePairs {

  public static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  public static final CycleId NEXT_CYCLE = new CycleId("2026-11-22T03:00:00Z");
  public static final Instant OPTED_IN = Instant.parse("2026-11-21T12:00:00Z");

  private SomePairs() {}

  public static OptIn optIn(String id) {
    return new OptIn(new SeekerId(id), OPTED_IN);
  }

  public static OptIn laterOptIn(String id) {
    return new OptIn(new SeekerId(id), OPTED_IN.plusSeconds(3600));
  }

  public static PlannedPair pair(String one, String other) {
    return pair(CYCLE, optIn(one), optIn(other));
  }

  public static PlannedPair pair(CycleId cycle, OptIn one, OptIn other) {
    return new PlannedPair(
        cycle,
        PairKey.of(one.userId(), other.userId()),
        one,
        other,
        0.8125,
        0.75,
        0.5,
        0.75,
        1,
        Optional.of(0.7));
  }
}

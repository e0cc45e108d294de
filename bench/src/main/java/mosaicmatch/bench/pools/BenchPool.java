package mosaicmatch.bench.pools;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pairing.PairingInput;
import mosaicmatch.pairing.PairingSettings;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.pool.WaitBoostCalculator;

/**
 * A pool to measure with.
 *
 * @param now when its cycle runs
 * @param seekers by priority, with their boosts
 * @param vectors by seeker
 */
public record BenchPool(Instant now, List<Seeker> seekers, Map<SeekerId, float[]> vectors) {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final double MEAN_WAIT_HOURS = 36;
  private static final int MISSED_AT_MOST = 5;

  /** Gives each vector a seeker who has waited a time that falls off exponentially. */
  public static BenchPool of(float[][] vectors, long seed) {
    var random = new SplittableRandom(seed);
    var seekers = new ArrayList<Seeker>(vectors.length);
    var byId = HashMap.<SeekerId, float[]>newHashMap(vectors.length);
    for (int i = 0; i < vectors.length; i++) {
      var id = new SeekerId("seeker-%07d".formatted(i));
      double hours = -MEAN_WAIT_HOURS * Math.log1p(-random.nextDouble());
      var since = NOW.minus(Duration.ofMillis((long) (hours * 3_600_000)));
      seekers.add(new Seeker(id, since, random.nextInt(MISSED_AT_MOST), 0, Set.of()));
      byId.put(id, vectors[i]);
    }
    return new BenchPool(NOW, WaitBoostCalculator.boost(seekers), byId);
  }

  /** A pool of made-up vectors. */
  public static BenchPool of(Shape shape, int count, int dimension, long seed) {
    return of(shape.make(count, dimension, seed), seed);
  }

  /** The vector of the seeker at this place of the priority. */
  public float[] vector(int place) {
    return Objects.requireNonNull(vectors.get(seekers.get(place).userId()));
  }

  /** What a strategy pairs. */
  public PairingInput input(PairingSettings settings) {
    return new PairingInput(CycleId.ofSchedule(now), seekers, vectors, settings);
  }
}

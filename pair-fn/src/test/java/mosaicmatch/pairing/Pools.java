package mosaicmatch.pairing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.pool.WaitBoostCalculator;

/** Pools for tests, drawn from a seed. */
final class Pools {

  static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");

  /** How the vectors of a pool lie. */
  enum Shape {
    RANDOM,
    CLUSTERED,
    /** A few large groups and many small ones. */
    POWER_LAW,
    ALL_EQUAL,
    NEAR_TIES
  }

  private Pools() {}

  static PairingInput draw(long seed, int seekers, int dimension, Shape shape, double exclusions) {
    var random = new Random(seed);
    var vectors = new HashMap<SeekerId, float[]>();
    for (int i = 0; i < seekers; i++) {
      vectors.put(id(i), vector(random, dimension, shape));
    }
    var excluded = exclusions(random, seekers, exclusions);
    var pool = new ArrayList<Seeker>();
    for (int i = 0; i < seekers; i++) {
      var optedInAt = Instant.ofEpochMilli(1_795_000_000_000L + random.nextInt(seekers));
      pool.add(
          new Seeker(
              id(i),
              optedInAt,
              random.nextInt(3),
              0,
              excluded.getOrDefault(i, Set.of()).stream()
                  .map(Pools::id)
                  .collect(Collectors.toSet())));
    }
    return input(WaitBoostCalculator.boost(pool), vectors, 0.35, 0.1);
  }

  static PairingInput input(
      List<Seeker> pool, Map<SeekerId, float[]> vectors, double threshold, double weight) {
    return new PairingInput(
        CYCLE, pool, vectors, new PairingSettings(threshold, weight, "priority-greedy"));
  }

  static PairingInput with(PairingInput input, double threshold, double weight) {
    return input(input.seekers(), input.vectors(), threshold, weight);
  }

  static SeekerId id(int number) {
    return new SeekerId("p%05d".formatted(number));
  }

  /** Somebody who has waited for so many milliseconds longer than the newest. */
  static Seeker seeker(String id, long waitedMillis, double boost, String... excluded) {
    return new Seeker(
        new SeekerId(id),
        Instant.ofEpochMilli(1_795_000_000_000L - waitedMillis),
        0,
        boost,
        Set.of(excluded).stream().map(SeekerId::new).collect(Collectors.toSet()));
  }

  private static Map<Integer, Set<Integer>> exclusions(Random random, int seekers, double share) {
    var excluded = new HashMap<Integer, Set<Integer>>();
    for (int i = 0; i < seekers * share; i++) {
      int one = random.nextInt(seekers);
      int other = random.nextInt(seekers);
      if (one != other) {
        excluded.computeIfAbsent(one, unused -> new HashSet<>()).add(other);
      }
    }
    return excluded;
  }

  private static float[] vector(Random random, int dimension, Shape shape) {
    var vector = new float[dimension];
    int cluster = random.nextInt(5);
    int group = shape == Shape.POWER_LAW ? (int) Math.min(dimension, 1 / random.nextDouble()) : 0;
    for (int d = 0; d < dimension; d++) {
      vector[d] =
          switch (shape) {
            case RANDOM -> (float) random.nextGaussian();
            case CLUSTERED -> (float) (random.nextGaussian() + (d % 5 == cluster ? 3 : 0));
            case POWER_LAW -> (float) (random.nextGaussian() + (d % group == 0 ? 4 : 0));
            case ALL_EQUAL -> 0.25f;
            case NEAR_TIES -> 1 + random.nextInt(3) * Math.ulp(1f);
          };
    }
    return vector;
  }
}

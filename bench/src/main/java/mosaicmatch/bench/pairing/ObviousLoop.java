package mosaicmatch.bench.pairing;

import java.util.ArrayList;
import java.util.List;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.pairing.PairingSettings;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;

/**
 * Priority greedy as one writes it down: for each seeker in turn, a loop over all who remain. The
 * vectors' lengths are computed once, which spares it two thirds of the work of the plainest form.
 */
final class ObviousLoop {

  private final BenchPool pool;
  private final PairingSettings settings;
  private final float[][] vectors;
  private final double[] norms;

  ObviousLoop(BenchPool pool, PairingSettings settings) {
    this.pool = pool;
    this.settings = settings;
    vectors = new float[pool.seekers().size()][];
    norms = new double[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = pool.vector(i);
      norms[i] = Math.sqrt(product(vectors[i], vectors[i]));
    }
  }

  /** The pairs in the order in which they are made. */
  List<PairKey> pairs() {
    var pairs = new ArrayList<PairKey>();
    var taken = new boolean[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      if (taken[i]) {
        continue;
      }
      int partner = best(i, taken);
      if (partner >= 0) {
        taken[partner] = true;
        pairs.add(key(id(i), id(partner)));
      }
    }
    return pairs;
  }

  private int best(int seeker, boolean[] taken) {
    int best = -1;
    double highest = settings.threshold();
    for (int j = seeker + 1; j < vectors.length; j++) {
      if (!taken[j]) {
        double score = score(seeker, j);
        boolean better = score > highest || (score == highest && (best < 0 || isLower(j, best)));
        if (better) {
          best = j;
          highest = score;
        }
      }
    }
    return best;
  }

  private boolean isLower(int one, int other) {
    return id(one).compareTo(id(other)) < 0;
  }

  private double score(int one, int other) {
    double cosine = product(vectors[one], vectors[other]) / (norms[one] * norms[other]);
    double boosts = pool.seekers().get(one).waitBoost() + pool.seekers().get(other).waitBoost();
    return Math.clamp(cosine, -1.0, 1.0) + settings.waitBoostWeight() * boosts / 2;
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += (double) one[d] * other[d];
    }
    return sum;
  }

  private SeekerId id(int seeker) {
    return pool.seekers().get(seeker).userId();
  }

  private static PairKey key(SeekerId one, SeekerId other) {
    return one.compareTo(other) < 0 ? PairKey.of(one, other) : PairKey.of(other, one);
  }
}

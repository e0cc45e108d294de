package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/** The seeds' loop over everybody who remains, written to be read: what the real one must equal. */
final class ObviousGreedy {

  private final PairingInput input;

  ObviousGreedy(PairingInput input) {
    this.input = input;
  }

  /** Score of each pair, in the order in which the pairs are chosen. */
  Map<PairKey, Double> pairs() {
    var remaining = new ArrayList<>(input.seekers());
    remaining.sort(Seeker.BY_PRIORITY);
    var pairs = new HashMap<PairKey, Double>();
    while (!remaining.isEmpty()) {
      var chooser = remaining.removeFirst();
      best(chooser, remaining)
          .ifPresent(
              partner -> {
                remaining.remove(partner);
                pairs.put(PairKey.of(chooser.userId(), partner.userId()), score(chooser, partner));
              });
    }
    return pairs;
  }

  private Optional<Seeker> best(Seeker chooser, List<Seeker> remaining) {
    Seeker best = null;
    for (var candidate : remaining) {
      if (isAllowed(chooser, candidate)
          && (best == null
              || score(chooser, candidate) > score(chooser, best)
              || (score(chooser, candidate) == score(chooser, best)
                  && candidate.userId().compareTo(best.userId()) < 0))) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  boolean isAllowed(Seeker one, Seeker other) {
    return score(one, other) >= input.settings().threshold()
        && !one.excluded().contains(other.userId())
        && !other.excluded().contains(one.userId());
  }

  double score(Seeker one, Seeker other) {
    return cosine(one.userId(), other.userId())
        + input.settings().waitBoostWeight() * (one.waitBoost() + other.waitBoost()) / 2;
  }

  private double cosine(SeekerId one, SeekerId other) {
    var a = input.vectors().get(one);
    var b = input.vectors().get(other);
    return Math.clamp(dot(a, b) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b))), -1.0, 1.0);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }
}

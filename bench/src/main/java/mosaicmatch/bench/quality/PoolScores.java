package mosaicmatch.bench.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.pairing.PairingSettings;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;

/** The exact scores of a pool's pairs, seekers numbered by priority. */
final class PoolScores {

  private final PairingSettings settings;
  private final Contenders contenders;
  private final Scores scores;

  PoolScores(BenchPool pool, PairingSettings settings) {
    this.settings = settings;
    contenders = new Contenders(pool.seekers(), pool.vectors());
    scores = new Scores(contenders, settings.waitBoostWeight());
  }

  int seekers() {
    return contenders.size();
  }

  boolean isAllowed(double score) {
    return score >= settings.threshold();
  }

  /** The scores of a seeker with all of higher numbers, in their order. */
  double[] withLater(int seeker) {
    return IntStream.range(seeker + 1, seekers())
        .mapToDouble(other -> scores.score(seeker, other))
        .toArray();
  }

  /** The pairs that are allowed and among the best of one of their members, so many each. */
  ScoreGraph best(int each) {
    int count = seekers();
    var nobody = new boolean[count];
    var source = CandidateSources.exact().open(contenders, scores);
    var partners = new int[count][];
    for (int from = 0; from < count; from += source.batch()) {
      int[] rows = IntStream.range(from, Math.min(count, from + source.batch())).toArray();
      var lists = source.best(rows, nobody, each, settings.threshold());
      for (int row = 0; row < rows.length; row++) {
        var list = lists[row];
        partners[rows[row]] = IntStream.range(0, list.size()).map(list::number).sorted().toArray();
      }
    }
    return graph(partners);
  }

  private ScoreGraph graph(int[][] partners) {
    var graph = new ScoreGraph(partners.length);
    for (int one = 0; one < partners.length; one++) {
      for (int other : partners[one]) {
        boolean isMutual = Arrays.binarySearch(partners[other], one) >= 0;
        double score = scores.score(one, other);
        if (isAllowed(score) && (one < other || !isMutual)) {
          graph.add(one, other, score);
        }
      }
    }
    return graph;
  }
}

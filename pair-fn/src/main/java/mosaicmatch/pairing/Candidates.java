package mosaicmatch.pairing;

import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import mosaicmatch.traits.SimilarSeekers;

/**
 * Who proposes partners to a strategy, as a setting says, and how a plan tells it.
 *
 * @param sources opens the source
 * @param topK how many are asked for of each seeker, if the index is asked; 0 if it is not
 */
record Candidates(CandidateSources sources, int topK) {

  private static final String EXACT = "exact";
  private static final String QUERY_SIMILAR = "query-similar";

  /** What the algorithm's name has behind it in plans that are approximate. */
  private static final String LABEL = "+" + QUERY_SIMILAR;

  /** All scores are computed here. */
  static Candidates exact() {
    return new Candidates(CandidateSources.exact(), 0);
  }

  /** The index proposes so many for each seeker; their scores are computed here. */
  static Candidates queried(SimilarSeekers index, int topK) {
    return new Candidates(
        (contenders, scores) -> new QueriedCandidates(contenders, scores, index, topK), topK);
  }

  /**
   * From {@code MOSAIC_CANDIDATES} (exact; or query-similar) and {@code MOSAIC_CANDIDATES_TOP_K}
   * (64).
   */
  static Candidates of(Environment environment, SimilarSeekers index) {
    int topK = environment.intOr("MOSAIC_CANDIDATES_TOP_K", 64, 1, SimilarSeekers.MOST);
    return switch (environment.textOr("MOSAIC_CANDIDATES", EXACT)) {
      case EXACT -> exact();
      case QUERY_SIMILAR -> queried(index, topK);
      default ->
          throw new WrongSettingException(
              "MOSAIC_CANDIDATES", "one of [" + EXACT + ", " + QUERY_SIMILAR + "]", EXACT);
    };
  }

  private boolean isExact() {
    return topK == 0;
  }

  /** The name under which a strategy's plan is kept. */
  String label(String algorithm) {
    return isExact() ? algorithm : algorithm + LABEL;
  }

  /** True if a plan of that name was made of what an index proposed. */
  static boolean isApproximate(String algorithm) {
    return algorithm.endsWith(LABEL);
  }

  /** The settings that are kept with a plan: these too, unless it is exact. */
  Map<String, String> with(Map<String, String> settings) {
    if (isExact()) {
      return settings;
    }
    var all = new TreeMap<>(settings);
    all.put("candidates", QUERY_SIMILAR + ", approximate");
    all.put("candidates_top_k", Integer.toString(topK));
    return all;
  }
}

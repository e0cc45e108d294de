package mosaicmatch.pairing.search;

import mosaicmatch.pairing.kernel.Kernel;

/** Opens a source of candidates for a pool. */
@FunctionalInterface
public interface CandidateSources {

  /** A source for these contenders and their scores. */
  CandidateSource open(Contenders contenders, Scores scores);

  /** Computes them here, by the fastest kernel that runs here. */
  static CandidateSources exact() {
    return exact(Kernel.fastest(), new Work());
  }

  /** Computes them here, by this kernel, and counts the work. */
  static CandidateSources exact(Kernel kernel, Work work) {
    return (contenders, scores) -> new DenseSearch(contenders, scores, kernel, work);
  }
}

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

  /** Computes them here, by this kernel, with sketches where they pay, and counts the work. */
  static CandidateSources exact(Kernel kernel, Work work) {
    return (contenders, scores) ->
        new SketchTrial(contenders, scores, kernel)
            .sketches()
            .<CandidateSource>map(
                sketches -> new BoundedSearch(contenders, scores, sketches, kernel, work))
            .orElseGet(() -> new DenseSearch(contenders, scores, kernel, work));
  }

  /** Computes all of them here, by the fastest kernel; needs no memory until it is asked. */
  static CandidateSources dense() {
    return dense(Kernel.fastest(), new Work());
  }

  /** Computes all of them here, by this kernel, and counts the work. */
  static CandidateSources dense(Kernel kernel, Work work) {
    return (contenders, scores) -> new DenseSearch(contenders, scores, kernel, work);
  }

  /**
   * Sketches all, whether or not that pays, unless their vectors are extremely long or short.
   *
   * @param first how many coordinates the first prefix has
   * @param last how many all have, more than that and at most as many as there are components
   */
  static CandidateSources bounded(Kernel kernel, Work work, int first, int last) {
    return (contenders, scores) -> {
      if (!scores.areModerate()) {
        return new DenseSearch(contenders, scores, kernel, work);
      }
      var sample = SketchTrial.sample(contenders, scores, Math.min(1_024, contenders.size()), 0);
      var sketches =
          new Sketches(contenders, scores, kernel, Basis.of(kernel, sample, last), first);
      return new BoundedSearch(contenders, scores, sketches, kernel, work);
    };
  }
}

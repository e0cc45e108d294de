package mosaicmatch.pairing;

/** Makes one progress of several parts of a work, each of which reports its own from 0 to 1. */
final class ProgressInParts {

  private final Progress whole;
  private double begun;

  ProgressInParts(Progress whole) {
    this.whole = whole;
  }

  /** The next part. */
  Progress part(double share) {
    double before = begun;
    begun += share;
    return (done, matched) -> whole.report(Math.min(1, before + share * done), matched);
  }
}

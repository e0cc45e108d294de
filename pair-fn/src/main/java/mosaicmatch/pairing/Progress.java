package mosaicmatch.pairing;

/** Hears how far a pairing has come; whatever it throws ends the pairing. */
@FunctionalInterface
public interface Progress {

  /** Nobody listens. */
  Progress IGNORED = (share, matched) -> {};

  /**
   * Called from time to time, by the thread that pairs.
   *
   * @param share of the work that is done, 0 to 1, never falling
   * @param seekersMatched how many seekers are in a pair by now
   */
  void report(double share, int seekersMatched);
}

package mosaicmatch.nakama;

import mosaicmatch.plan.PairKey;

/** The match was closed before its room could be opened; final. */
public final class MatchClosedException extends RuntimeException {

  /** For the pair whose match is closed. */
  public MatchClosedException(PairKey pair) {
    super("the match of pair " + pair + " is closed");
  }
}

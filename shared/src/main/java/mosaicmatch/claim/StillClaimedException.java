package mosaicmatch.claim;

import mosaicmatch.pool.SeekerId;

/** An unfinished pair holds a seeker whose claim was to be deleted; reconcile first. */
public final class StillClaimedException extends RuntimeException {

  /** Names the seeker. */
  public StillClaimedException(SeekerId seeker) {
    super("an unfinished pair holds " + seeker);
  }
}

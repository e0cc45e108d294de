package mosaicmatch.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a plan leaves a seeker unmatched. */
public enum UnmatchedReason {
  /** No score with anybody in the pool reaches the threshold. */
  NOBODY_ABOVE_THRESHOLD,
  /** Everybody who would have done was paired with somebody else first. */
  PARTNERS_TAKEN,
  /** Everybody above the threshold is somebody they must not meet. */
  ONLY_EXCLUDED,
  /** Nobody else was left in the pool. */
  ODD_ONE_OUT,
  /** No vector, or one with not-a-number, infinite or all-zero components or a wrong dimension. */
  UNUSABLE_VECTOR;

  /** The reason on the wire, in lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

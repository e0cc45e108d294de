package mosaicmatch.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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
  /** Of those whom the index proposed nobody would do or was free; of others nothing is known. */
  NOBODY_PROPOSED,
  /** The index has no vector of theirs: it was lost, or never made. */
  NO_VECTOR,
  /** Their vector has a component that is not a number or infinite. */
  NOT_FINITE_VECTOR,
  /** Their vector has no direction: all of its components are zero. */
  ALL_ZERO_VECTOR,
  /** Their vector has another dimension than most of the pool's. */
  OTHER_DIMENSION,
  /** The pool names their id more than once, so that none of its lines can be trusted. */
  DUPLICATE_ID,
  /** They opted in later than the pool was read, by more than clocks may differ. */
  FUTURE_OPT_IN,
  /** Any trouble with the vector: what plans of earlier versions say. */
  UNUSABLE_VECTOR;

  private static final Set<UnmatchedReason> UNUSABLE =
      Collections.unmodifiableSet(EnumSet.range(NO_VECTOR, UNUSABLE_VECTOR));

  /** True if the seeker could not take part at all, since what is known of them is unusable. */
  public boolean isUnusable() {
    return UNUSABLE.contains(this);
  }

  /** The reason on the wire, in lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

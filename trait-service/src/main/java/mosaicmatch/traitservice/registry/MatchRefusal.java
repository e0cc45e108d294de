package mosaicmatch.traitservice.registry;

import java.util.Locale;

/** Why a person could not be matched. */
public enum MatchRefusal {
  /** They opted out, or were erased. */
  OPTED_OUT,
  /** They have opted in again since. */
  NEWER_OPT_IN,
  /** One has blocked the other, or they met within the cool-down. */
  EXCLUDED,
  /** This pair was given up. */
  VOIDED,
  /** The opt-in has led to another match. */
  MATCHED_ELSEWHERE,
  /** Nobody of this id has opted in at that time. */
  UNKNOWN;

  /** The word in answers, such as {@code newer_opt_in}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

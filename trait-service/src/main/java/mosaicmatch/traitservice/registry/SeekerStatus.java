package mosaicmatch.traitservice.registry;

import java.util.Locale;

/** Where a person stands. */
public enum SeekerStatus {
  /** Never opted in. */
  NONE,
  /** Opted in, and not matched yet. */
  WAITING,
  /** The opt-in has led to a match. */
  MATCHED,
  /** Took the opt-in back before a match. */
  OPTED_OUT,
  /** Asked to be forgotten. */
  ERASED;

  /** The word in tables and answers, such as {@code opted_out}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SeekerStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

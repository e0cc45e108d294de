package mosaicmatch.traitservice.registry;

import java.util.Locale;

/** Where an undone match leaves one of its two. */
public enum Undoing {
  /** Waits again. */
  PUT_BACK,
  /** Opted out after the match. */
  OPTED_OUT,
  /** Opted in anew or was matched since: nothing is changed. */
  MOVED_ON,
  /** Not known, or erased. */
  GONE;

  /** The word in answers, such as {@code put_back}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

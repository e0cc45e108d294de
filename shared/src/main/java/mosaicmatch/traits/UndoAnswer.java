package mosaicmatch.traits;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of one member of a match that was taken back. */
public enum UndoAnswer {
  /** Waits again, since this call or since an earlier one of the same. */
  PUT_BACK,
  /** Opted out after the match, and so is out of the pool. */
  OPTED_OUT,
  /** Has opted in anew or been matched since, and stays so. */
  MOVED_ON,
  /** Not known, or erased. */
  GONE;

  /** The word on the wire, such as {@code put_back}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package mosaicmatch.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a cycle has come. */
public enum CycleStatus {
  /** Opened; its steps are being taken. */
  RUNNING,
  /** Closed with work left over, which the retry map, a redrive or reconciliation finishes. */
  UNFINISHED,
  /** Everything that was planned has ended, one way or the other. */
  COMPLETE;

  /** The status on the wire and in the table, in lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

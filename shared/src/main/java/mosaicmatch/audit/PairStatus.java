package mosaicmatch.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a pair has come. */
public enum PairStatus {
  /** Claimed; its steps are being taken. */
  PENDING(false),
  /** Being given up as a whole; nothing was recorded as matched. */
  ABANDONING(false),
  /** Can never succeed, both members recorded as matched; is being closed. */
  FAILING(false),
  /** Both matched, one room, both notified. */
  COMPLETED(true),
  /** A member was already spoken for when the pair was claimed. */
  SUPERSEDED(true),
  /** Given up as a whole, both opt-ins back in the pool. */
  ABANDONED(true),
  /** Could never succeed, such as when a member no longer exists; closed and voided. */
  FAILED(true),
  /** Taken back by an operator: room closed, opt-ins back in the pool, or never to be begun. */
  UNDONE(true);

  private final boolean terminal;

  PairStatus(boolean terminal) {
    this.terminal = terminal;
  }

  /** True if nothing more will happen to the pair. */
  public boolean isTerminal() {
    return terminal;
  }

  /** The status on the wire and in the table, in lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

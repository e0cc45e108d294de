package mosaicmatch.report;

import java.util.Locale;

/** What became of a planned pair, as far as the report tells it. */
public enum PairOutcome {
  /** Only planned: the cycle is a dry run. */
  PLANNED,
  /** Both matched, one room, both notified. */
  COMPLETED,
  /** Begun or not yet begun, and still to be finished. */
  UNFINISHED,
  /** A member was already spoken for; the pair was never begun. */
  SUPERSEDED,
  /** Given up as a whole, both opt-ins back in the pool. */
  ABANDONED,
  /** Taken back by an operator, both opt-ins back in the pool. */
  UNDONE,
  /** Can never succeed, such as when a member no longer exists. */
  FAILED;

  /** The outcome in lower case. */
  public String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }
}

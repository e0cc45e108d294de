package mosaicmatch.traits;

/** What the register says to a match. */
public sealed interface MatchAnswer {

  /** The seeker is matched by this pair, now or since an earlier call. */
  record Matched() implements MatchAnswer {}

  /**
   * The seeker can't be matched by this pair.
   *
   * @param reason a snake-case word, such as {@code opted_out} or {@code excluded}
   */
  record Refused(String reason) implements MatchAnswer {}
}

package mosaicmatch.nakama;

import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;

/**
 * Opens and closes match rooms. Both methods are keyed by cycle and pair and safe to repeat, and
 * throw {@link NakamaUnavailableException} when Nakama can't be reached, times out or is
 * overloaded.
 */
public interface MatchRooms {

  /**
   * Opens the pair's room with both as its members and notifies each of them once.
   *
   * @throws UnknownNakamaUserException if Nakama has no such user: final
   * @throws MatchClosedException if the match was closed before: final
   */
  MatchRoom open(CycleId cycle, PairKey pair, SeekerId user1, SeekerId user2, double score);

  /** Closes the pair's room for ever, also against an opening that is still on its way. */
  void close(CycleId cycle, PairKey pair, String reason);
}

package mosaicmatch.nakama;

import java.util.List;
import java.util.Set;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;

/**
 * Opens and closes match rooms, keyed by cycle and pair. All methods are safe to repeat, and throw
 * {@link NakamaUnavailableException} when Nakama can't be reached, times out or is overloaded.
 */
public interface MatchRooms {

  /**
   * Opens the pair's room with both as its members and notifies each of them once. A room that is
   * open already is answered for as it is, even if a member's account is gone since: another
   * attempt may have recorded it.
   *
   * @throws UnknownNakamaUserException if Nakama has no such user: final
   * @throws MatchClosedException if the match was closed before: final
   */
  MatchRoom open(CycleId cycle, PairKey pair, SeekerId user1, SeekerId user2, double score);

  /** Closes the pair's room for ever, also against an opening that is still on its way. */
  void close(CycleId cycle, PairKey pair, String reason);

  /**
   * Those whom Nakama has no account for.
   *
   * @param users 1 to 100 ids
   */
  Set<SeekerId> gone(List<SeekerId> users);
}

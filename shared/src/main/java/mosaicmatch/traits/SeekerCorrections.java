package mosaicmatch.traits;

import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * What an operator looks up and sets right in the register of seekers. All methods are safe to
 * repeat and throw {@link TraitServiceUnavailableException} when the service can't be reached or is
 * overloaded.
 */
public interface SeekerCorrections {

  /** How somebody stands. */
  Standing standing(SeekerId seeker);

  /**
   * Takes a completed match back, for ever: whoever is still where this pair left them waits again,
   * by an opt-in one millisecond later than the one that the match consumed, with their missed
   * cycles. Whoever has opted in anew, or been matched since, stays as they are.
   *
   * @param matched the opt-in that the match consumed
   */
  UndoAnswer undoMatch(OptIn matched, CycleId cycle, PairKey pair);

  /** Forgets a person but for the time of their last opt-in, so that a later one is newer. */
  void erase(SeekerId person);

  /** Forgets, in somebody else's row, that they met a person who is erased. */
  void forgetMeeting(SeekerId of, SeekerId erased);
}

package mosaicmatch.traits;

import java.util.List;

/** Lists who waits. */
public interface SeekerPool {

  /**
   * All waiting seekers, oldest opt-in first; a seeker who opts in again meanwhile is listed once,
   * with the newer opt-in.
   *
   * @param limit how many at most; the oldest are kept
   * @throws TraitServiceUnavailableException if the service can't be reached or is overloaded
   */
  List<WaitingSeeker> waiting(int limit);
}

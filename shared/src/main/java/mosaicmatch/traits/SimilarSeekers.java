package mosaicmatch.traits;

import java.util.List;
import mosaicmatch.pool.SeekerId;

/** Asks a vector index who is alike. */
public interface SimilarSeekers {

  /** How many may be asked for at a time, at most. */
  int MOST = 1000;

  /**
   * Waiting seekers whose embeddings are most like a seeker's, the most alike first, never the
   * seeker; nobody if the seeker has no embedding. An index that searches approximately may miss
   * some.
   *
   * @param topK how many at most, 1 to {@value #MOST}
   * @throws TraitServiceUnavailableException if the service can't be reached or is overloaded
   */
  List<SeekerId> similarTo(SeekerId seeker, int topK);
}

package mosaicmatch.traits;

import java.util.List;
import java.util.Map;
import mosaicmatch.pool.SeekerId;

/** Reads embeddings. */
public interface SeekerVectors {

  /**
   * The embeddings of some seekers, float32, all of one dimension unless the index holds a mixture;
   * those without one are left out, and nobody else is in.
   *
   * @throws TraitServiceUnavailableException if the service can't be reached or is overloaded
   */
  Map<SeekerId, float[]> fetch(List<SeekerId> seekers);
}

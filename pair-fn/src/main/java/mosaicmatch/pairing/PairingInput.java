package mosaicmatch.pairing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/**
 * All that a plan depends on.
 *
 * @param cycleId the cycle to plan
 * @param seekers the pool, each seeker once, in any order
 * @param vectors embeddings by seeker; those without one are missing
 * @param settings threshold and weight
 */
public record PairingInput(
    CycleId cycleId,
    List<Seeker> seekers,
    Map<SeekerId, float[]> vectors,
    PairingSettings settings) {

  /**
   * The same without the vectors that can't be used; the others by their owners' priority.
   *
   * @throws PoolUnusableException if more than half of the pool has no usable vector
   */
  PairingInput withUsableVectorsOnly() {
    var usable = new LinkedHashMap<SeekerId, float[]>();
    Usability.of(this)
        .usable()
        .forEach(seeker -> usable.put(seeker.userId(), vectors.get(seeker.userId())));
    return new PairingInput(cycleId, seekers, usable, settings);
  }
}

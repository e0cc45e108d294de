package mosaicmatch.pairing;

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
    PairingSettings settings) {}

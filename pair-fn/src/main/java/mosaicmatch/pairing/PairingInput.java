package mosaicmatch.pairing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/**
 * All that a plan depends on.
 *
 * @param cycleId the cycle to plan
 * @param seekers the pool in any order; whom it names more than once can't take part
 * @param vectors embeddings by seeker; those without one are missing
 * @param settings threshold and weight
 * @param clock when the pool was read; whose opt-in is later by more than {@link
 *     mosaicmatch.pool.OptIn#CLOCKS_DIFFER} can't take part
 * @param known why some can't take part, where that was found out before and the vector that shows
 *     it is no longer here
 */
public record PairingInput(
    CycleId cycleId,
    List<Seeker> seekers,
    Map<SeekerId, float[]> vectors,
    PairingSettings settings,
    Instant clock,
    Map<SeekerId, UnmatchedReason> known) {

  /** A pool in which no opt-in is later than its reading, and of which nothing is known before. */
  public PairingInput(
      CycleId cycleId,
      List<Seeker> seekers,
      Map<SeekerId, float[]> vectors,
      PairingSettings settings) {
    this(cycleId, seekers, vectors, settings, Instant.MAX, Map.of());
  }

  /**
   * The same without the vectors that can't be used; the others by their owners' priority.
   *
   * @throws PoolUnusableException if more than half of the pool can't take part
   */
  PairingInput withUsableVectorsOnly() {
    var usability = Usability.of(this);
    var usable = new LinkedHashMap<SeekerId, float[]>();
    usability.usable().forEach(seeker -> usable.put(seeker.userId(), vectors.get(seeker.userId())));
    var reasons =
        usability.unusable().stream()
            .collect(Collectors.toMap(left -> left.seeker().userId(), Unusable::reason));
    return new PairingInput(cycleId, seekers, usable, settings, clock, reasons);
  }
}

package mosaicmatch.reconcile;

import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.plan.Plan;

/**
 * A cycle after its maps.
 *
 * @param cycle the cycle
 * @param plan its plan
 * @param unmatchedResults what the map over the unmatched left, if there was one
 */
record CollectUnfinishedRequest(Cycle cycle, Plan plan, Optional<MapManifest> unmatchedResults) {}

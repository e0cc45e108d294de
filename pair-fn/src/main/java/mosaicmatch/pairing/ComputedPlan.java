package mosaicmatch.pairing;

import mosaicmatch.cycle.Cycle;
import mosaicmatch.plan.Plan;

/**
 * A cycle with its plan.
 *
 * @param cycle the cycle, with the fence that holds now
 * @param plan where the plan is kept
 */
public record ComputedPlan(Cycle cycle, Plan plan) {}

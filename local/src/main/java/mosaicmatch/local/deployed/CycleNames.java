package mosaicmatch.local.deployed;

import java.util.Optional;

/**
 * What the parts of a system are called that have no setting of their own.
 *
 * @param machine the state machine's ARN
 * @param reconcileFunction the function's name or ARN
 * @param cycleRule the rule that starts cycles
 * @param overdueAlarm the alarm "no cycle completed", where there is one
 */
public record CycleNames(
    String machine, String reconcileFunction, String cycleRule, Optional<String> overdueAlarm) {}

package mosaicmatch.local.stack;

import java.util.Optional;
import mosaicmatch.local.deployed.CycleNames;

/** What the parts of the local system are called. */
public final class LocalNames {

  /** The rule that starts cycles. */
  public static final String CYCLE_RULE = "mosaicmatch-cycle";

  /** The rule that starts reconciliations. */
  public static final String RECONCILE_RULE = "mosaicmatch-reconcile";

  /** The alarm that nothing here raises, but that can be muted. */
  static final String OVERDUE_ALARM = "mosaicmatch-cycle-overdue";

  private LocalNames() {}

  /** All of them. */
  public static CycleNames all() {
    return new CycleNames(
        CycleMachine.arn(),
        CycleFunction.RECONCILE.functionName(),
        CYCLE_RULE,
        Optional.of(OVERDUE_ALARM));
  }
}

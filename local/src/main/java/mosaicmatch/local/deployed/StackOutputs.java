package mosaicmatch.local.deployed;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The template's outputs that a command needs.
 *
 * @param values the outputs by name
 */
public record StackOutputs(Map<String, String> values) {

  private static final String MACHINE = "CycleArn";
  private static final String BUCKET = "BucketName";
  private static final String RECONCILE_FUNCTION = "ReconcileFunctionArn";
  private static final String CYCLE_RULE = "CycleRuleName";
  private static final String OVERDUE_ALARM = "CycleOverdueAlarmName";

  /** Keeps a copy. */
  public StackOutputs {
    values = Map.copyOf(values);
  }

  /** What a stack with these names has for outputs. */
  public static StackOutputs of(CycleNames names, String bucket) {
    var values = new TreeMap<String, String>();
    values.put(MACHINE, names.machine());
    values.put(BUCKET, bucket);
    values.put(RECONCILE_FUNCTION, names.reconcileFunction());
    values.put(CYCLE_RULE, names.cycleRule());
    names.overdueAlarm().ifPresent(alarm -> values.put(OVERDUE_ALARM, alarm));
    return new StackOutputs(values);
  }

  /**
   * The names of the parts.
   *
   * @throws OutputMissingException if one is not there
   */
  CycleNames names() {
    return new CycleNames(
        text(MACHINE),
        text(RECONCILE_FUNCTION),
        text(CYCLE_RULE),
        Optional.ofNullable(values.get(OVERDUE_ALARM)));
  }

  String bucket() {
    return text(BUCKET);
  }

  private String text(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new OutputMissingException(name));
  }
}

package mosaicmatch.lambda;

import java.util.Map;
import java.util.TreeMap;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;

/**
 * What a call works on, as every log line of it says; ids only, never traits, vectors or secrets.
 *
 * @param values the keys' values by name
 */
public record LogKeys(Map<String, String> values) {

  /** Keeps a copy. */
  public LogKeys {
    values = Map.copyOf(values);
  }

  /** No keys yet. */
  public static LogKeys none() {
    return new LogKeys(Map.of());
  }

  /** The keys {@code cycle_id} and {@code execution} of a cycle. */
  public static LogKeys of(Cycle cycle) {
    return of(cycle.id()).execution(cycle.execution());
  }

  /** The key {@code cycle_id}. */
  public static LogKeys of(CycleId cycle) {
    return none().with("cycle_id", cycle.value());
  }

  /** The key {@code execution}, an ARN, by which Powertools' {@code correlation_id} goes too. */
  public LogKeys execution(String arn) {
    return with("execution", arn).with("correlation_id", arn);
  }

  /** The key {@code pair_key}. */
  public LogKeys pair(PairKey pair) {
    return with("pair_key", pair.value());
  }

  /** The key {@code attempt}, counted from 0 as the state machine does. */
  public LogKeys attempt(int attempt) {
    return with("attempt", Integer.toString(attempt));
  }

  private LogKeys with(String name, String value) {
    var more = new TreeMap<>(values);
    more.put(name, value);
    return new LogKeys(more);
  }
}

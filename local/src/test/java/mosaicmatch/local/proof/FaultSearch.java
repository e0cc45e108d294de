package mosaicmatch.local.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mosaicmatch.local.proof.FaultyPorts.Planned;
import mosaicmatch.proof.Crash;
import mosaicmatch.proof.Fault;

/**
 * Runs a scenario with every fault at every call, and with every second fault at every later call
 * of the run that the first one led to; on two threads.
 */
final class FaultSearch {

  private static final int THREADS = 2;

  /** Builds the scenario anew. */
  interface Scenario {
    FourPairs with(List<Planned> faults, boolean traced);
  }

  /**
   * What a search came to.
   *
   * @param runs how many runs were made
   * @param violations in how many a promise was broken
   * @param first the first of those, with its trace
   */
  record Found(long runs, int violations, Optional<String> first) {
    static final Found NOTHING = new Found(0, 0, Optional.empty());

    Found and(Found other) {
      return new Found(runs + other.runs, violations + other.violations, first.or(other::first));
    }
  }

  private record Run(int calls, Optional<Throwable> violation) {}

  private final Scenario scenario;

  FaultSearch(Scenario scenario) {
    this.scenario = scenario;
  }

  /** No fault, and every single one. */
  Found singles() {
    var none = List.<Planned>of();
    return over(firsts()).and(found(none, run(none, false)));
  }

  /** Every ordered pair. */
  Found pairs() {
    return firsts().stream()
        .gather(Gatherers.mapConcurrent(THREADS, this::withEverySecond))
        .reduce(Found.NOTHING, Found::and);
  }

  private List<List<Planned>> firsts() {
    return faults(1, run(List.of(), false).calls).map(List::of).toList();
  }

  private Found withEverySecond(List<Planned> first) {
    int calls = run(first, false).calls;
    var found = Found.NOTHING;
    for (var second : faults(first.getFirst().call() + 1, calls).toList()) {
      var both = List.of(first.getFirst(), second);
      found = found.and(found(both, run(both, false)));
    }
    return found;
  }

  private Found over(List<List<Planned>> plans) {
    return plans.stream()
        .gather(Gatherers.mapConcurrent(THREADS, plan -> found(plan, run(plan, false))))
        .reduce(Found.NOTHING, Found::and);
  }

  private static Stream<Planned> faults(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .boxed()
        .flatMap(
            call ->
                Arrays.stream(Fault.values())
                    .filter(fault -> fault != Fault.NONE)
                    .map(fault -> new Planned(call, fault)));
  }

  private Run run(List<Planned> plan, boolean traced) {
    return run(scenario.with(plan, traced));
  }

  private static Run run(FourPairs world) {
    int calls = 0;
    try {
      calls = world.run();
      world.check();
      return new Run(calls, Optional.empty());
    } catch (AssertionError | RuntimeException | Crash e) {
      return new Run(calls, Optional.of(e));
    }
  }

  private Found found(List<Planned> plan, Run run) {
    return run.violation
        .map(broken -> new Found(1, 1, Optional.of(told(plan, broken))))
        .orElse(new Found(1, 0, Optional.empty()));
  }

  private String told(List<Planned> plan, Throwable broken) {
    var again = scenario.with(plan, true);
    run(again);
    var lines = new ArrayList<String>();
    lines.add(broken + " after " + plan);
    lines.addAll(again.trace());
    return String.join(System.lineSeparator(), lines);
  }
}

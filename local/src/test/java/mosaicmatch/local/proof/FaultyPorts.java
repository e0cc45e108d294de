package mosaicmatch.local.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.proof.Fault;
import mosaicmatch.proof.Wrapping;

/**
 * Every call at a port comes by here, is counted, and may meet the fault that is planned for its
 * number. A service that throttles refuses everything for a while, longer than a task retries.
 */
final class FaultyPorts implements Wrapping {

  private static final Duration CALL = Duration.ofMillis(20);
  private static final Duration THROTTLED = Duration.ofSeconds(30);

  /** A fault at the call of this number, from 1. */
  record Planned(int call, Fault fault) {}

  private final HandDrivenClock clock;
  private final List<Planned> plan;
  private final Map<Class<?>, Instant> throttledUntil = new HashMap<>();
  private final Optional<List<String>> trace;
  private int calls;
  private boolean over;

  /** Plans faults; tells a trace only if asked to, since texts take longer than calls. */
  FaultyPorts(HandDrivenClock clock, List<Planned> plan, boolean traced) {
    this.clock = clock;
    this.plan = plan;
    trace = traced ? Optional.of(new ArrayList<>()) : Optional.empty();
  }

  /** How many calls there were. */
  int calls() {
    return calls;
  }

  /** From now on all goes well, and nothing is counted. */
  void endFaults() {
    over = true;
  }

  /** Notes something beside the calls. */
  void tell(String what) {
    trace.ifPresent(lines -> lines.add("-- " + what));
  }

  List<String> trace() {
    return trace.orElseGet(List::of);
  }

  @Override
  public <T> T wrap(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> call(port, real, method, arguments)));
  }

  private Object call(Class<?> port, Object real, Method method, Object[] arguments)
      throws Throwable {
    clock.advance(CALL);
    var fault = over ? Fault.NONE : next(port);
    trace.ifPresent(lines -> lines.add(told(port, method, arguments, fault)));
    return fault.happensTo(
        port,
        () -> {
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private Fault next(Class<?> port) {
    calls++;
    if (throttledUntil.getOrDefault(port, Instant.EPOCH).isAfter(clock.instant())) {
      return Fault.THROTTLED;
    }
    for (var planned : plan) {
      if (planned.call == calls) {
        if (planned.fault == Fault.THROTTLED) {
          throttledUntil.put(port, clock.instant().plus(THROTTLED));
        }
        return planned.fault;
      }
    }
    return Fault.NONE;
  }

  private String told(Class<?> port, Method method, Object[] arguments, Fault fault) {
    var given = arguments == null ? "" : Arrays.toString(arguments);
    return "%4d %s.%s %s%s"
        .formatted(
            calls,
            port.getSimpleName(),
            method.getName(),
            given.length() > 110 ? given.substring(0, 110) + "…" : given,
            fault.inTrace());
  }
}

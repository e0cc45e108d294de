package mosaicmatch.http;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a call of a function may spend on calls to services, and what those met with. It holds for
 * the thread that the function runs on; calls from other threads have their own deadlines only.
 */
public final class Allowance {

  /** For what a function has to record after a service has failed it, before its own time is up. */
  static final Duration RESERVE = Duration.ofSeconds(2);

  private static final ScopedValue<Allowance> CURRENT = ScopedValue.newInstance();
  private static final Allowance NOBODYS = new Allowance(() -> Long.MAX_VALUE);

  private final LongSupplier millisLeft;
  private final LongAdder retries = new LongAdder();
  private final LongAdder throttled = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /** For a call that has so many milliseconds left. */
  public Allowance(LongSupplier millisLeft) {
    this.millisLeft = millisLeft;
  }

  static Allowance current() {
    return CURRENT.orElse(NOBODYS);
  }

  /** Does work under it. */
  public <T> T during(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** How often a call to a service was repeated. */
  public long retries() {
    return retries.sum();
  }

  /** How often a service answered that there were too many requests. */
  public long throttled() {
    return throttled.sum();
  }

  /** How many calls were not made since the circuit of their service was open. */
  public long refused() {
    return refused.sum();
  }

  /** What is left of it for a call that may take so long. */
  Duration of(Duration deadline) {
    var left = Duration.ofMillis(millisLeft.getAsLong()).minus(RESERVE);
    return left.compareTo(deadline) < 0 ? left : deadline;
  }

  void countRetry() {
    retries.increment();
  }

  void countThrottled() {
    throttled.increment();
  }

  void countRefused() {
    refused.increment();
  }
}

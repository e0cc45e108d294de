package mosaicmatch.http;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only where somebody waits for it, or says so. */
public final class VirtualTime implements GuardTime {

  public static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

  private Instant now = START;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration span) {
    pass(span);
  }

  public synchronized void pass(Duration span) {
    now = now.plus(span);
  }

  Duration passed() {
    return Duration.between(START, instant());
  }

  /** A guard by this time, which backs off by full jitter. */
  public ServiceGuard guard(int maxConcurrency) {
    return new ServiceGuard("a-service", maxConcurrency, this, RetryBudget.BACKOFF);
  }
}

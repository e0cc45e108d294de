package mosaicmatch.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody call a service that has failed too often lately: open after four fifths of the last
 * 20 calls (of 10 at least) have failed, for five seconds; then one call is let through, and what
 * becomes of it decides. A call with its retries counts once.
 *
 * <p>The share is high since single pairs may fail for reasons of their own, for each of which a
 * service answers 500: they must not stop the others.
 */
final class Circuit {

  static final int WINDOW = 20;
  static final int FEWEST = 10;
  static final Duration OPEN = Duration.ofSeconds(5);

  private static final float PERCENT = 80;
  private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

  private final CircuitBreaker breaker;

  Circuit(String service, InstantSource time) {
    breaker =
        CircuitBreaker.of(
            service,
            CircuitBreakerConfig.custom()
                .clock(time.withZone(ZoneOffset.UTC))
                .slidingWindow(WINDOW, FEWEST, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(PERCENT)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> LOG.warn("circuit of {}: {}", service, event.getStateTransition()));
  }

  /** Whether a call may be made now; if so, one of the three below is told what became of it. */
  boolean admits() {
    return breaker.tryAcquirePermission();
  }

  boolean isOpen() {
    return breaker.getState() == State.OPEN;
  }

  void answered() {
    breaker.onSuccess(0, TimeUnit.MILLISECONDS);
  }

  void failed(NotAnsweredException failure) {
    breaker.onError(0, TimeUnit.MILLISECONDS, failure);
  }

  void notCalled() {
    breaker.releasePermission();
  }
}

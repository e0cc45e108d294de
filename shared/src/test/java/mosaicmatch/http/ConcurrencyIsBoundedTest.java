package mosaicmatch.http;

import static mosaicmatch.http.ScriptedService.DEADLINE;
import static mosaicmatch.http.ScriptedService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyIsBoundedTest {

  private static final int MOST = 4;
  private static final int CALLERS = 16;

  private final ServiceGuard guard = new VirtualTime().guard(MOST);

  /** Each call is held until all have come in, or a tenth of a second has shown that they can't. */
  private static void atMostFourAtATime(Calls calls) throws Exception {
    var under = new AtomicInteger();
    var most = new AtomicInteger();
    var everybody = new CountDownLatch(CALLERS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        threads.submit(
            () ->
                calls.call(
                    DEADLINE,
                    _ -> {
                      most.accumulateAndGet(under.incrementAndGet(), Math::max);
                      everybody.countDown();
                      waitFor(everybody);
                      under.decrementAndGet();
                      return status(200);
                    }));
      }
    }
    assertThat(everybody.getCount()).as("callers that did not get through").isZero();
    assertThat(most).hasValue(MOST);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(100, TimeUnit.MILLISECONDS)).isIn(true, false);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts tests", e);
    }
  }

  @Test
  void noMoreThanSoManyCallsAreUnderWay() throws Exception {
    atMostFourAtATime(guard::call);
  }

  @Test
  void withoutAGuardAllAre() {
    assertThatThrownBy(() -> atMostFourAtATime(Calls.unguarded()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void whoeverFindsNoPlaceInTimeIsToldSoAndTheServiceIsNotBlamed() throws Exception {
    var one = new VirtualTime().guard(1);
    one.call(
        DEADLINE,
        _ -> {
          for (int i = 0; i < Circuit.FEWEST; i++) {
            assertThatThrownBy(() -> one.call(Duration.ofMillis(501), _ -> status(200)))
                .hasMessage("was not called: all connections were in use");
          }
          return status(200);
        });
    assertThat(one.call(DEADLINE, _ -> status(200)).status()).isEqualTo(200);
  }

  @Test
  void allCallersOfAServiceInThisJvmHaveOneGuard() {
    var service = URI.create("http://127.0.0.1:1/");
    assertThat(ServiceGuard.of(service, MOST))
        .isSameAs(ServiceGuard.of(URI.create("http://127.0.0.1:1"), MOST))
        .isNotSameAs(ServiceGuard.of(URI.create("http://127.0.0.1:2/"), MOST));
  }
}

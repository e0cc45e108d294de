package mosaicmatch.http;

import static mosaicmatch.http.ScriptedService.DEADLINE;
import static mosaicmatch.http.ScriptedService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenCircuitFailsFastAndRetryableTest {

  private final VirtualTime time = new VirtualTime();
  private final ServiceGuard guard = time.guard(4);

  private static void fail(int times, Calls calls, ScriptedService service) {
    for (int i = 0; i < times; i++) {
      try {
        assertThat(calls.call(DEADLINE, service).status()).isEqualTo(503);
      } catch (Exception e) {
        assertThat(e).isInstanceOf(NotAnsweredException.class);
      }
    }
  }

  private void downServiceIsLetAlone(Calls calls) {
    var down = ScriptedService.always(time, 503);
    fail(Circuit.FEWEST, calls, down);
    int asked = down.asked().size();
    var passed = time.passed();
    fail(50, calls, down);
    assertThat(down.asked()).hasSize(asked);
    assertThat(time.passed()).isEqualTo(passed);
  }

  @Test
  void serviceThatIsDownIsLetAlone() {
    downServiceIsLetAlone(guard::call);
  }

  @Test
  void withoutAGuardItIsCalledOnAndOn() {
    assertThatThrownBy(() -> downServiceIsLetAlone(Calls.unguarded()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void callersAreToldWhyAtOnce() {
    var down = ScriptedService.always(time, 503);
    fail(Circuit.FEWEST, guard::call, down);
    var allowance = new Allowance(() -> Long.MAX_VALUE);
    assertThatThrownBy(() -> allowance.during(() -> sneaky(down)))
        .hasCauseExactlyInstanceOf(NotAnsweredException.class)
        .hasMessageContaining("was not called: it has failed too often lately");
    assertThat(allowance.refused()).isEqualTo(1);
  }

  private Reply sneaky(ScriptedService service) {
    try {
      return guard.call(DEADLINE, service);
    } catch (NotAnsweredException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void afterAWhileOneTrialDecides() throws NotAnsweredException {
    fail(Circuit.FEWEST, guard::call, ScriptedService.always(time, 503));
    time.pass(Circuit.OPEN.plusMillis(1));
    var stillDown = ScriptedService.always(time, 503);
    fail(5, guard::call, stillDown);
    assertThat(stillDown.asked()).as("tries of the one trial").hasSizeBetween(1, 3);
    time.pass(Circuit.OPEN.plusMillis(1));
    var up = ScriptedService.always(time, 200);
    for (int i = 0; i < 5; i++) {
      guard.call(DEADLINE, up);
    }
    assertThat(up.asked()).hasSize(5);
  }

  @Test
  void whileTheTrialIsUnderWayNobodyElseCalls() throws NotAnsweredException {
    fail(Circuit.FEWEST, guard::call, ScriptedService.always(time, 503));
    time.pass(Circuit.OPEN.plusMillis(1));
    guard.call(
        DEADLINE,
        _ -> {
          assertThatThrownBy(() -> guard.call(DEADLINE, _ -> status(200)))
              .hasMessageStartingWith("was not called");
          return status(200);
        });
    assertThat(guard.call(DEADLINE, _ -> status(200)).status()).isEqualTo(200);
  }

  @Test
  void trialThatComesToNothingLeavesTheDoorToTheNext() throws NotAnsweredException {
    fail(Circuit.FEWEST, guard::call, ScriptedService.always(time, 503));
    time.pass(Circuit.OPEN.plusMillis(1));
    assertThatThrownBy(
            () ->
                guard.call(
                    DEADLINE,
                    _ -> {
                      throw new IllegalStateException("no key to sign with");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> guard.call(Duration.ofMillis(1), _ -> status(200)))
        .hasMessageStartingWith("was not called");
    assertThat(guard.call(DEADLINE, _ -> status(200)).status()).isEqualTo(200);
  }

  /** As when Nakama fails for some pairs: the others must go on. */
  @Test
  void threeFailuresInTenDoNotOpenIt() throws NotAnsweredException {
    var down = ScriptedService.always(time, 503);
    var up = ScriptedService.always(time, 200);
    for (int i = 0; i < 300; i++) {
      if (i % 10 < 3) {
        fail(1, guard::call, down);
      } else {
        guard.call(DEADLINE, up);
      }
    }
    assertThat(up.asked()).hasSize(210);
  }
}

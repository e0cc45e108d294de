package mosaicmatch.http;

import static mosaicmatch.http.ScriptedService.DEADLINE;
import static mosaicmatch.http.ScriptedService.later;
import static mosaicmatch.http.ScriptedService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterIsHonouredTest {

  private final VirtualTime time = new VirtualTime();
  private final ServiceGuard guard = time.guard(4);

  private ScriptedService throttledOnce(int status, String retryAfter) {
    return new ScriptedService(time, n -> n == 0 ? later(status, retryAfter) : status(200));
  }

  private void calledAgainOnlyWhenAskedTo(Calls calls) throws NotAnsweredException, IOException {
    var service = throttledOnce(429, "3");
    assertThat(calls.call(DEADLINE, service).status()).isEqualTo(200);
    assertThat(service.asked().getLast()).isAfterOrEqualTo(VirtualTime.START.plusSeconds(3));
  }

  @Test
  void callerWaitsAsLongAsItIsAskedTo() throws NotAnsweredException, IOException {
    calledAgainOnlyWhenAskedTo(guard::call);
  }

  @Test
  void eagerCallerDoesNot() {
    assertThatThrownBy(() -> calledAgainOnlyWhenAskedTo(Calls.eagerlyRepeated()))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | 3 | 3",
        "503 | 3 | 3",
        "429 | ' 2 ' | 2",
        "429 | Sun, 22 Nov 2026 02:00:04 GMT | 4",
        "503 | Sun, 22 Nov 2026 02:00:04 GMT | 4",
      })
  void secondsAndDatesAreUnderstood(int status, String header, int seconds)
      throws NotAnsweredException {
    var service = throttledOnce(status, header);
    guard.call(DEADLINE, service);
    assertThat(Duration.between(VirtualTime.START, service.asked().getLast()))
        .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "-5",
        "1.5",
        "",
        "Sun, 22 Nov 2026 01:00:00 GMT",
        "Mon, 30 Feb 2026 02:00:00 GMT",
        "0"
      })
  void whatSaysNothingLeavesTheBackOff(String header) throws NotAnsweredException {
    var service = throttledOnce(429, header);
    guard.call(DEADLINE, service);
    assertThat(time.passed()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void longerThanIsLeftEndsAtOnceAndCountsForTheOthers() throws NotAnsweredException {
    var service = throttledOnce(429, "30");
    assertThatThrownBy(() -> guard.call(DEADLINE, service))
        .hasMessage("was answered with status 429");
    assertThat(time.passed()).isZero();
    assertThatThrownBy(() -> guard.call(DEADLINE, service))
        .hasMessage("was not called: it has asked to be let alone until 2026-11-22T02:00:30Z");
    assertThat(time.passed()).isZero();
    assertThat(service.asked()).hasSize(1);

    time.pass(Duration.ofSeconds(25));
    assertThat(guard.call(DEADLINE, service).status()).isEqualTo(200);
    assertThat(service.asked().getLast()).isEqualTo(VirtualTime.START.plusSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"86400", "99999999999999999999", "Tue, 22 Nov 2050 02:00:00 GMT"})
  void nobodyIsKeptAwayForEver(String header) throws NotAnsweredException {
    var service = throttledOnce(429, header);
    assertThatThrownBy(() -> guard.call(DEADLINE, service))
        .isInstanceOf(NotAnsweredException.class);
    time.pass(RetryAfter.LONGEST);
    assertThat(guard.call(DEADLINE, service).status()).isEqualTo(200);
  }

  /** Those who keep away have not seen the service fail. */
  @Test
  void keepingAwayOpensNoCircuit() throws NotAnsweredException {
    var service = throttledOnce(429, "30");
    IntStream.range(0, 5 * Circuit.WINDOW)
        .forEach(
            _ ->
                assertThatThrownBy(() -> guard.call(DEADLINE, service))
                    .isInstanceOf(NotAnsweredException.class));
    time.pass(Duration.ofSeconds(30));
    assertThat(guard.call(DEADLINE, service).status()).isEqualTo(200);
  }

  @Test
  void throttledAnswersAreCounted() {
    var allowance = new Allowance(() -> Long.MAX_VALUE);
    var service = throttledOnce(429, "1");
    allowance.during(
        () -> {
          try {
            return guard.call(DEADLINE, service);
          } catch (NotAnsweredException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(allowance.throttled()).isEqualTo(1);
  }
}

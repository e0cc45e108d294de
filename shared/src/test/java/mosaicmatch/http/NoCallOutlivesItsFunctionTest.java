package mosaicmatch.http;

import static mosaicmatch.http.ScriptedService.DEADLINE;
import static mosaicmatch.http.ScriptedService.later;
import static mosaicmatch.http.ScriptedService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoCallOutlivesItsFunctionTest {

  /** Of Lambda, in template.yaml; the task's is 35 s, the attempt's lease 45 s. */
  private static final Duration FUNCTION = Duration.ofSeconds(30);

  /** Matched twice, opened, who is gone, closed, voided twice, missed: a pair's longest way. */
  private static final List<Duration> POISONED_PAIR =
      LongStream.of(5, 5, 9, 9, 9, 5, 5, 5).mapToObj(Duration::ofSeconds).toList();

  private final VirtualTime time = new VirtualTime();

  private Reply any(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> later(429, Integer.toString(random.nextInt(12)));
      case 1 -> status(503);
      case 2 -> later(503, "1");
      default -> status(random.nextInt(8) == 0 ? 200 : 500);
    };
  }

  private void endsByItsDeadline(long seed, Calls calls) {
    var random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      var service =
          new ScriptedService(time, _ -> any(random))
              .taking(Duration.ofMillis(random.nextInt(12_000)));
      var deadline = Duration.ofMillis(random.nextInt(20_000));
      var latest = time.instant().plus(deadline);
      call(calls, deadline, service);
      assertThat(time.instant()).as("seed %d, call %d", seed, i).isBeforeOrEqualTo(latest);
    }
  }

  private static void call(Calls calls, Duration deadline, ScriptedService service) {
    try {
      assertThat(calls.call(deadline, service)).isNotNull();
    } catch (NotAnsweredException | IOException e) {
      assertThat(e).hasMessageMatching("was .*|(got )?no answer.*");
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void waitsAndTriesEndByTheDeadlineOfTheCall(long seed) {
    endsByItsDeadline(seed, time.guard(4)::call);
  }

  @Test
  void triesThatEachTakeTheWholeDeadlineDoNot() {
    assertThatThrownBy(() -> seeds().forEach(s -> endsByItsDeadline(s, Calls.eagerlyRepeated())))
        .isInstanceOf(AssertionError.class);
  }

  /** Each call answers just in time, so that none of the deadlines helps. */
  private Instant endOfAPairWith(Allowance allowance) {
    var guard = time.guard(4);
    return allowance.during(
        () -> {
          for (var deadline : POISONED_PAIR) {
            var slow = ScriptedService.always(time, 200).taking(deadline.minusMillis(1));
            call(guard::call, deadline, slow);
          }
          return time.instant();
        });
  }

  @Test
  void allCallsOfAPairEndBeforeTheFunctionDoes() {
    var latest = time.instant().plus(FUNCTION);
    var allowance = new Allowance(() -> Duration.between(time.instant(), latest).toMillis());
    assertThat(endOfAPairWith(allowance)).isBeforeOrEqualTo(latest.minus(Allowance.RESERVE));
  }

  @Test
  void withoutTheFunctionsTimeTheyWouldNot() {
    var latest = time.instant().plus(FUNCTION);
    assertThat(endOfAPairWith(new Allowance(() -> Long.MAX_VALUE))).isAfter(latest);
  }

  @Test
  void whoeverHasNoTimeLeftDoesNotCall() {
    var service = ScriptedService.always(time, 200);
    var allowance = new Allowance(() -> Allowance.RESERVE.toMillis());
    allowance.during(
        () -> {
          call(time.guard(4)::call, DEADLINE, service);
          return true;
        });
    assertThat(service.asked()).isEmpty();
  }
}

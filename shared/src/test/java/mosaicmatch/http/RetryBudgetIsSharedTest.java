package mosaicmatch.http;

import static mosaicmatch.http.ScriptedService.DEADLINE;
import static mosaicmatch.http.ScriptedService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetIsSharedTest {

  private static final int CALLS = 600;
  private static final int TOKENS_OF_A_RETRY = 5;

  private final VirtualTime time = new VirtualTime();
  private final ServiceGuard guard = time.guard(4);

  /** Two of three callers fail: too few to open the circuit, enough to want many retries. */
  private void retriesOfAllTogetherAreBounded(Calls calls) {
    var down = ScriptedService.always(time, 503);
    int answered = 0;
    for (int i = 0; i < CALLS; i++) {
      try {
        var up = i % 3 == 2;
        answered += calls.call(DEADLINE, up ? _ -> status(200) : down).isSuccess() ? 1 : 0;
      } catch (NotAnsweredException | IOException e) {
        assertThat(e).hasMessage("was answered with status 503");
      }
    }
    assertThat(answered).isEqualTo(CALLS / 3);
    int firstTries = CALLS - answered;
    assertThat(down.asked())
        .hasSizeBetween(
            firstTries + RetryBudget.RETRIES,
            firstTries + RetryBudget.RETRIES + answered / TOKENS_OF_A_RETRY);
  }

  @Test
  void allCallersSpendFromOneBudget() {
    retriesOfAllTogetherAreBounded(guard::call);
  }

  @Test
  void aBudgetForEachCallerBoundsNothing() {
    assertThatThrownBy(
            () ->
                retriesOfAllTogetherAreBounded(
                    (deadline, attempt) -> time.guard(4).call(deadline, attempt)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void retryThatSucceedsCostsNothing() throws NotAnsweredException {
    var stumbling = new ScriptedService(time, n -> status(n % 2 == 0 ? 503 : 200));
    for (int i = 0; i < 5 * RetryBudget.RETRIES; i++) {
      assertThat(guard.call(DEADLINE, stumbling).status()).isEqualTo(200);
    }
  }

  @Test
  void lostConnectionIsTriedAgainAndCounted() {
    var allowance = new Allowance(() -> Long.MAX_VALUE);
    int status =
        allowance.during(
            () -> {
              try {
                return guard.call(DEADLINE, new LosesTheFirst()).status();
              } catch (NotAnsweredException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(status).isEqualTo(200);
    assertThat(allowance.retries()).isEqualTo(1);
  }

  private static final class LosesTheFirst implements ServiceGuard.Attempt {
    private boolean lost;

    @Override
    public Reply send(Duration left) throws IOException {
      if (!lost) {
        lost = true;
        throw new IOException("connection reset");
      }
      return status(200);
    }
  }

  @Test
  void waitsBetweenTriesAreJitteredAndBounded() {
    for (int i = 0; i < Circuit.FEWEST - 1; i++) {
      var begun = time.instant();
      var down = ScriptedService.always(time, 504);
      assertThatThrownBy(() -> guard.call(DEADLINE, down))
          .hasMessage("was answered with status 504");
      assertThat(down.asked()).hasSize(3);
      assertThat(Duration.between(begun, time.instant())).isLessThan(Duration.ofMillis(601));
    }
  }
}

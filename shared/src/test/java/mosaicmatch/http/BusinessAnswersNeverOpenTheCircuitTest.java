package mosaicmatch.http;

import static mosaicmatch.http.ScriptedService.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessAnswersNeverOpenTheCircuitTest {

  private static final int MANY = 5 * Circuit.WINDOW;

  private final VirtualTime time = new VirtualTime();
  private final ServiceGuard guard = time.guard(4);

  private void eachIsAskedOnceAndAnswered(int status, Calls calls)
      throws NotAnsweredException, IOException {
    var service = ScriptedService.always(time, status);
    for (int i = 0; i < MANY; i++) {
      try {
        assertThat(calls.call(DEADLINE, service).status()).isEqualTo(status);
      } catch (NotAnsweredException e) {
        throw new AssertionError("answer " + i + " was not given", e);
      }
    }
    assertThat(service.asked()).hasSize(MANY);
    assertThat(time.passed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422, 301})
  void refusalIsAnAnswer(int status) throws NotAnsweredException, IOException {
    eachIsAskedOnceAndAnswered(status, guard::call);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 409})
  void ifRefusalsWereFailuresTheCircuitWouldOpen(int status) {
    assertThatThrownBy(
            () ->
                eachIsAskedOnceAndAnswered(
                    status,
                    (deadline, attempt) ->
                        guard.call(
                            deadline,
                            left -> {
                              attempt.send(left);
                              throw new IOException("taken for a failure");
                            })))
        .isInstanceOf(AssertionError.class);
  }
}

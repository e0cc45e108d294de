package mosaicmatch.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyAlreadyInProgressException;

class RepeatedCallGetsTheStoredAnswerTest {

  record Answer(int number, Optional<String> word) {}

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final Context KILLED_LONG_AGO = new SomeContext(-10_000);

  private final AtomicInteger works = new AtomicInteger();
  private final StoredAnswers answers =
      StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency());

  private Answer work() {
    return new Answer(works.incrementAndGet(), Optional.of("zoë"));
  }

  private Answer once(String item, Supplier<Answer> work) {
    return answers.once("step", CYCLE, item, SomeContext.CONTEXT, Answer.class, work);
  }

  @Test
  void theSecondAnswerIsTheFirstOne() {
    assertThat(once("a", this::work)).isEqualTo(once("a", this::work));
    assertThat(works).hasValue(1);
  }

  @Test
  void otherWorkHasItsOwnAnswer() {
    once("a", this::work);
    assertThat(once("b", this::work).number()).isEqualTo(2);
    assertThat(
            answers
                .once("other", CYCLE, "a", SomeContext.CONTEXT, Answer.class, this::work)
                .number())
        .isEqualTo(3);
  }

  @Test
  void twoTablesInOneProcessDoNotMix() {
    var others =
        StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency());
    once("a", this::work);
    assertThat(
            others.once("step", CYCLE, "a", SomeContext.CONTEXT, Answer.class, this::work).number())
        .isEqualTo(2);
  }

  @Test
  void aCallThatFailedIsForgotten() {
    assertThatThrownBy(
            () ->
                once(
                    "a",
                    () -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(once("a", this::work).number()).isEqualTo(1);
  }

  @Test
  void aCallThatOverlapsIsToldToWait() throws Exception {
    whileWorking(
        SomeContext.CONTEXT,
        () ->
            assertThatThrownBy(() -> once("a", this::work))
                .isInstanceOf(IdempotencyAlreadyInProgressException.class));
    assertThat(works).hasValue(1);
  }

  @Test
  void aCallThatWasKilledIsNotWaitedForAfterItsTime() throws Exception {
    whileWorking(KILLED_LONG_AGO, () -> assertThat(once("a", this::work).number()).isPositive());
    assertThat(works).hasValue(2);
  }

  private void whileWorking(Context context, Runnable meanwhile) throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var thread = Executors.newSingleThreadExecutor()) {
      thread.submit(
          () ->
              answers.once(
                  "step",
                  CYCLE,
                  "a",
                  context,
                  Answer.class,
                  () -> {
                    begun.countDown();
                    await(end);
                    return work();
                  }));
      try {
        begun.await();
        meanwhile.run();
      } finally {
        end.countDown();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aStoreThatIsDownMayBeRetried() {
    var nowhere =
        new Environment(
            Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9"));
    LocalDynamo.client();
    var down = StoredAnswers.inTable(new AwsClients(nowhere).dynamoDb(), "answers");
    assertThatThrownBy(
            () -> down.once("step", CYCLE, "a", SomeContext.CONTEXT, Answer.class, this::work))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(works).hasValue(0);
  }
}

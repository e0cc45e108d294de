package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import aslengine.time.SteppedTime;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A function goes on when its task has timed out; what it answers then is nobody's answer. */
class LateAnswerGoesNowhereTest {
  private static final String DEFINITION =
      """
      {"QueryLanguage":"JSONata","StartAt":"First","States":{
        "First":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
          "Arguments":{"FunctionName":"first"},"TimeoutSeconds":5,
          "Retry":[{"ErrorEquals":["States.Timeout"],"IntervalSeconds":1,"MaxAttempts":1}],
          "Next":"Second"},
        "Second":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
          "Arguments":{"FunctionName":"second"},"Output":"{% $states.result.Payload %}","End":true}}}
      """;

  private final AtomicInteger calls = new AtomicInteger();
  private final CompletableFuture<Thread> slow = new CompletableFuture<>();
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void answerOfACallThatTimedOutIsNotTakenForTheNextStates() {
    SteppedTime time = new SteppedTime(Aws.START);
    try (Aws aws = Aws.open(engine -> engine.time(time))) {
      aws.functions.put("first", _ -> TextNode.valueOf(first()));
      aws.functions.put("second", _ -> TextNode.valueOf(second()));
      String execution = aws.start(aws.machine("m", DEFINITION), "{}");
      slow.join();
      time.advance(Duration.ofSeconds(5));
      aws.awaitEvent(execution, "TaskTimedOut");
      time.advance(Duration.ofSeconds(1));
      assertThat(aws.output(aws.await(execution))).isEqualTo(Json.own("\"of the second state\""));
      assertThat(aws.types(execution)).containsOnlyOnce("TaskTimedOut");
    }
  }

  private String first() {
    if (calls.getAndIncrement() == 0) {
      slow.complete(Thread.currentThread());
      waitWhateverIsSaid(released);
      return "too late";
    }
    return "in time";
  }

  /** Answers when the engine has been given the late answer. */
  private String second() {
    released.countDown();
    try {
      slow.join().join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped while waiting", e);
    }
    return "of the second state";
  }

  private static void waitWhateverIsSaid(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException goesOn) {
        continue;
      }
    }
  }
}

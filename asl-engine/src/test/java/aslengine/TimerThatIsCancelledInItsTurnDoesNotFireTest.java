package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import aslengine.time.SteppedTime;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Of two timers that fall due at once, the first may call off the second. */
class TimerThatIsCancelledInItsTurnDoesNotFireTest {
  private static final String DEFINITION =
      """
      {"QueryLanguage":"JSONata","StartAt":"Both","States":{
        "Both":{"Type":"Parallel","Branches":[%s,%s],
          "Catch":[{"ErrorEquals":["States.Timeout"],"Output":"caught","Next":"Done"}],"Next":"Done"},
        "Done":{"Type":"Succeed"}}}
      """
          .formatted(branch("One"), branch("Other"));

  private static String branch(String name) {
    return """
    {"StartAt":"NAME","States":{"NAME":{"Type":"Task","TimeoutSeconds":5,"End":true,
      "Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"slow"}}}}
    """
        .replace("NAME", name);
  }

  @Test
  void branchThatIsAbortedByItsSiblingsTimeOutDoesNotTimeOutItself() {
    SteppedTime time = new SteppedTime(Aws.START);
    CountDownLatch called = new CountDownLatch(2);
    try (Aws aws = Aws.open(engine -> engine.time(time))) {
      aws.functions.put(
          "slow",
          _ -> {
            called.countDown();
            return await(new CountDownLatch(1));
          });
      String execution = aws.start(aws.machine("m", DEFINITION), "{}");
      await(called);
      time.advance(Duration.ofSeconds(5));
      assertThat(aws.output(aws.await(execution))).isEqualTo(Json.own("\"caught\""));
      assertThat(aws.types(execution)).containsOnlyOnce("TaskTimedOut");
    }
  }

  private static TextNode await(CountDownLatch latch) {
    try {
      latch.await();
      return TextNode.valueOf("counted down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TextNode.valueOf("interrupted");
    }
  }
}

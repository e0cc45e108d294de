package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.lambda.Outcome;

/** What parts answer when something is wrong with them. */
final class Answers {

  private static final long LONGEST_WAIT_SECONDS = 90;

  private Answers() {}

  /** An overloaded Nakama. */
  static Reply unavailable() {
    return Reply.of(503, "text/plain", "unavailable by the test");
  }

  /** DynamoDB's refusal of a request that will never do. */
  static Reply refusedByTable() {
    return Reply.of(
        400,
        "application/x-amz-json-1.0",
        "{\"__type\":\"com.amazon.coral.validate#ValidationException\",\"message\":\"by the"
            + " test\"}");
  }

  /** Lambda's answer when a function throws. */
  static Outcome threw(String type) {
    return new Outcome(
        true, "{\"errorType\":\"%s\",\"errorMessage\":\"by the test\"}".formatted(type));
  }

  static byte[] bytes(String payload) {
    return payload.getBytes(StandardCharsets.UTF_8);
  }

  /** Waits for a latch, within bounds. */
  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting", e);
    }
  }
}

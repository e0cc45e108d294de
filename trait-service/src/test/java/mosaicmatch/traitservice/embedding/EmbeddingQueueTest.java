package mosaicmatch.traitservice.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddingQueueTest {

  /** A model that begins a text when it is asked, and ends it when it is told. */
  private static final class HeldModel implements EmbeddingModel {
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public String name() {
      return "held";
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public float[] embed(String text) {
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new float[] {1};
    }
  }

  @Test
  void ofThreeTextsOneIsEmbeddedOneWaitsAndOneIsTurnedAway() throws Exception {
    HeldModel model = new HeldModel();
    try (EmbeddingQueue queue = new EmbeddingQueue(model, 1, 1, Duration.ofSeconds(30));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<String> calls = new ExecutorCompletionService<>(callers);
      for (String text : List.of("a", "b", "c")) {
        calls.submit(() -> outcome(queue, text));
      }
      assertThat(next(calls)).isEqualTo("full");
      model.end.countDown();
      assertThat(List.of(next(calls), next(calls))).containsOnly("embedded");
    }
  }

  private static String outcome(EmbeddingQueue queue, String text) {
    try {
      queue.embed(text);
      return "embedded";
    } catch (EmbeddingQueueFullException _) {
      return "full";
    }
  }

  private static String next(CompletionService<String> calls) throws Exception {
    Future<String> call = calls.poll(20, TimeUnit.SECONDS);
    assertThat(call).as("a call that has ended").isNotNull();
    return call.get();
  }

  @Test
  void aTextThatTakesTooLongIsGivenUp() {
    try (EmbeddingQueue queue = new EmbeddingQueue(new HeldModel(), 1, 1, Duration.ofMillis(1))) {
      assertThatThrownBy(() -> queue.embed("a")).isInstanceOf(EmbeddingTimedOutException.class);
    }
  }

  @Test
  void aModelsFailureReachesTheCaller() {
    EmbeddingModel broken =
        new EmbeddingModel() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public int dimensions() {
            return 1;
          }

          @Override
          public float[] embed(String text) {
            return UnitLength.of(new double[] {0});
          }
        };
    try (EmbeddingQueue queue = new EmbeddingQueue(broken, 1, 1, Duration.ofSeconds(30))) {
      assertThatThrownBy(() -> queue.embed("secret text"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining("secret text");
    }
  }
}

package mosaicmatch.traitservice.embedding;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A model behind a bounded queue: so many texts at once, so many more that wait, and no more. The
 * threads are its own, since the model's native code would hold on to a virtual thread's carrier.
 */
public final class EmbeddingQueue implements EmbeddingModel, AutoCloseable {

  private final EmbeddingModel model;
  private final Duration patience;
  private final ThreadPoolExecutor threads;

  /**
   * Starts the threads.
   *
   * @param concurrency texts at once, 1 or more; as many as there are cores is fastest
   * @param waiting texts that may wait, 1 or more
   * @param patience how long a text may take, waiting included
   */
  public EmbeddingQueue(EmbeddingModel model, int concurrency, int waiting, Duration patience) {
    this.model = model;
    this.patience = patience;
    this.threads =
        new ThreadPoolExecutor(
            concurrency,
            concurrency,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name("embedding-", 0).factory());
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public int dimensions() {
    return model.dimensions();
  }

  /**
   * Embeds a text when its turn comes.
   *
   * @throws EmbeddingQueueFullException if too many wait already
   * @throws EmbeddingTimedOutException if its turn did not come, or it did not end, in time
   */
  @Override
  public float[] embed(String text) {
    Future<float[]> embedding;
    try {
      embedding = threads.submit(() -> model.embed(text));
    } catch (RejectedExecutionException _) {
      throw new EmbeddingQueueFullException();
    }
    return await(embedding);
  }

  private float[] await(Future<float[]> embedding) {
    try {
      return embedding.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      embedding.cancel(true);
      throw new EmbeddingTimedOutException();
    } catch (InterruptedException _) {
      embedding.cancel(true);
      Thread.currentThread().interrupt();
      throw new EmbeddingTimedOutException();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the model failed on a text", e.getCause());
    }
  }

  /** Stops the threads; texts that still wait are given up. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}

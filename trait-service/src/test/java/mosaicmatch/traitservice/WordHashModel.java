package mosaicmatch.traitservice;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.traitservice.embedding.EmbeddingModel;

/**
 * A model with no weights: each word pulls the vector its own way. Counts how often it was asked.
 */
public final class WordHashModel implements EmbeddingModel {

  private static final int DIMENSIONS = 8;

  public final AtomicInteger asked = new AtomicInteger();

  /** While this is not at zero, texts are held. */
  volatile CountDownLatch held = new CountDownLatch(0);

  @Override
  public String name() {
    return "word-hash";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  private void awaitRelease() {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public float[] embed(String text) {
    asked.incrementAndGet();
    awaitRelease();
    double[] sum = new double[DIMENSIONS];
    for (String word : text.split("\\s+")) {
      Random direction = new Random(word.hashCode());
      for (int i = 0; i < DIMENSIONS; i++) {
        sum[i] += direction.nextGaussian();
      }
    }
    double norm = 0;
    for (double x : sum) {
      norm += x * x;
    }
    float[] unit = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      unit[i] = (float) (sum[i] / Math.sqrt(norm));
    }
    return unit;
  }
}

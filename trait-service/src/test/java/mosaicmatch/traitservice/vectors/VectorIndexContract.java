package mosaicmatch.traitservice.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every index promises. */
abstract class VectorIndexContract {

  static final int DIMENSIONS = 4;
  static final SeekerId ANA = new SeekerId("ana");
  static final SeekerId BO = new SeekerId("bo");

  VectorIndex index;

  abstract VectorIndex index();

  @BeforeEach
  void open() {
    index = index();
  }

  @AfterEach
  void close() {
    index.close();
  }

  static StoredVector vector(SeekerId id, float... values) {
    return new StoredVector(id, "model-1", TextHash.of(id, "text"), values);
  }

  @Test
  void whatWasPutIsFoundUntilItIsReplacedOrRemoved() {
    assertThat(index.find(ANA)).isEmpty();
    index.put(vector(ANA, 1, 0, 0, 0));
    index.put(vector(ANA, 0, 1, 0, 0));
    assertThat(index.find(ANA)).contains(vector(ANA, 0, 1, 0, 0));
    index.remove(ANA);
    index.remove(ANA);
    assertThat(index.find(ANA)).isEmpty();
  }

  @Test
  void theMostSimilarComeFirstAndTiesGoById() {
    index.put(vector(BO, 0, 1, 0, 0));
    index.put(vector(ANA, 0, 1, 0, 0));
    index.put(vector(new SeekerId("cy"), 0.6f, 0.8f, 0, 0));
    index.put(vector(new SeekerId("di"), -1, 0, 0, 0));
    assertThat(index.mostSimilar(new float[] {1, 0, 0, 0}).map(s -> s.vector().id().value()))
        .containsExactly("cy", "ana", "bo", "di");
    assertThat(index.mostSimilar(new float[] {1, 0, 0, 0}).map(VectorIndex.Similar::score))
        .containsExactly(0.6f, 0f, 0f, -1f);
  }

  @Test
  void theSearchIsExact() {
    Random random = new Random(7);
    IntStream.range(0, 500).forEach(i -> index.put(unit(new SeekerId("s" + i), random)));
    float[] asked = unit(ANA, random).values();
    float[] scores = new float[500];
    int i = 0;
    for (VectorIndex.Similar similar : index.mostSimilar(asked).toList()) {
      scores[i++] = similar.score();
    }
    assertThat(i).isEqualTo(500);
    for (int k = 1; k < 500; k++) {
      assertThat(scores[k]).isLessThanOrEqualTo(scores[k - 1]);
    }
  }

  @Test
  void aVectorOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> index.put(vector(ANA, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.mostSimilar(new float[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static StoredVector unit(SeekerId id, Random random) {
    double[] values = random.doubles(DIMENSIONS, -1, 1).toArray();
    double norm = Math.sqrt(java.util.Arrays.stream(values).map(x -> x * x).sum());
    float[] unit = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      unit[i] = (float) (values[i] / norm);
    }
    return vector(id, unit);
  }
}

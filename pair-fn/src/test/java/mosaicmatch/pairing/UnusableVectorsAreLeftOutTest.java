package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.stream.Stream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnusableVectorsAreLeftOutTest {

  private static final PairingInput POOL = Pools.draw(7, 20, 4, Shape.CLUSTERED, 0);

  static Stream<Arguments> unusable() {
    return Stream.of(
        arguments(UnmatchedReason.NOT_FINITE_VECTOR, new float[] {1, Float.NaN, 1, 1}),
        arguments(
            UnmatchedReason.NOT_FINITE_VECTOR, new float[] {0, Float.POSITIVE_INFINITY, 0, 0}),
        arguments(
            UnmatchedReason.NOT_FINITE_VECTOR, new float[] {1, Float.NEGATIVE_INFINITY, 1, 1}),
        arguments(UnmatchedReason.ALL_ZERO_VECTOR, new float[] {0, -0f, 0, 0}),
        arguments(UnmatchedReason.OTHER_DIMENSION, new float[] {1, 1, 1}),
        arguments(UnmatchedReason.OTHER_DIMENSION, new float[] {1, 1, 1, 1, 1}),
        arguments(UnmatchedReason.OTHER_DIMENSION, new float[0]));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void badVectorLeavesOnlyItsOwnerOut(UnmatchedReason reason, float[] bad) {
    var vectors = new HashMap<>(POOL.vectors());
    vectors.put(Pools.id(3), bad);
    assertOnlyTheThirdIsLeftOut(Pools.input(POOL.seekers(), vectors, 0.35, 0.1), reason);
  }

  @Test
  void missingVectorLeavesOnlyItsOwnerOut() {
    var vectors = new HashMap<>(POOL.vectors());
    vectors.remove(Pools.id(3));
    assertOnlyTheThirdIsLeftOut(
        Pools.input(POOL.seekers(), vectors, 0.35, 0.1), UnmatchedReason.NO_VECTOR);
  }

  @Test
  void tinyAndHugeComponentsAreUsable() {
    var vectors = new HashMap<>(POOL.vectors());
    vectors.put(Pools.id(0), new float[] {Float.MIN_VALUE, 0, 0, 0});
    vectors.put(Pools.id(1), new float[] {Float.MAX_VALUE, 0, 0, 0});
    var pairing =
        new PriorityGreedy().pair(Pools.input(POOL.seekers(), vectors, 0.99, 0), Progress.IGNORED);
    assertThat(pairing.leftOut()).isZero();
    assertThat(pairing.pairs())
        .filteredOn(pair -> pair.similarity() == 1)
        .extracting(pair -> pair.pairKey().value())
        .contains("p00000#p00001");
  }

  @Test
  void pairsAreTheSameWhateverTheVectorsLengths() {
    var vectors = new HashMap<SeekerId, float[]>();
    POOL.vectors().forEach((id, vector) -> vectors.put(id, scaled(vector, id.hashCode() % 50)));
    var scaled = Pools.input(POOL.seekers(), vectors, 0.35, 0.1);
    assertThat(new PriorityGreedy().pair(scaled, Progress.IGNORED))
        .usingRecursiveComparison()
        .withEqualsForType((one, other) -> Math.abs(one - other) < 1e-12, Double.class)
        .isEqualTo(new PriorityGreedy().pair(POOL, Progress.IGNORED));
  }

  /** By powers of two nothing is rounded; their squares leave single precision. */
  private static float[] scaled(float[] vector, int exponent) {
    var scaled = new float[vector.length];
    for (int d = 0; d < vector.length; d++) {
      scaled[d] = Math.scalb(vector[d], 2 * exponent);
    }
    return scaled;
  }

  @Test
  void exactlyHalfUnusableStillGivesAPlan() {
    assertThat(new PriorityGreedy().pair(withVectors(10), Progress.IGNORED).leftOut())
        .isEqualTo(10);
  }

  @Test
  void moreThanHalfUnusableIsAnError() {
    assertThatThrownBy(() -> new PriorityGreedy().pair(withVectors(9), Progress.IGNORED))
        .isInstanceOf(PoolUnusableException.class)
        .hasMessage(
            "11 of 20 seekers can't be paired (no_vector: 11), more than half; nothing was"
                + " planned");
  }

  @Test
  void emptyPoolIsAPlanWithNobody() {
    var empty = Pools.input(new ArrayList<>(), new HashMap<>(), 0.35, 0.1);
    assertThat(new PriorityGreedy().pair(empty, Progress.IGNORED)).isEqualTo(nobody());
  }

  private static Pairing nobody() {
    return new Pairing(new ArrayList<>(), new ArrayList<>());
  }

  private static PairingInput withVectors(int usable) {
    var vectors = new HashMap<>(POOL.vectors());
    vectors.keySet().removeIf(id -> id.compareTo(Pools.id(usable)) >= 0);
    return Pools.input(POOL.seekers(), vectors, 0.35, 0.1);
  }

  private static void assertOnlyTheThirdIsLeftOut(PairingInput input, UnmatchedReason reason) {
    var pairing = new PriorityGreedy().pair(input, Progress.IGNORED);
    assertThat(pairing.unmatched())
        .filteredOn(seeker -> seeker.reason().isUnusable())
        .extracting(seeker -> seeker.userId() + " " + seeker.reason())
        .containsExactly(Pools.id(3) + " " + reason);
    assertThat(pairing.leftOut()).isEqualTo(1);
    assertThat(pairing.pairs()).isNotEmpty();
  }
}

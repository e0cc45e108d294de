package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.stream.Stream;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnusableVectorsAreLeftOutTest {

  private static final PairingInput POOL = Pools.draw(7, 20, 4, Shape.CLUSTERED, 0);

  static Stream<float[]> unusable() {
    return Stream.of(
        new float[] {1, Float.NaN, 1, 1},
        new float[] {1, Float.POSITIVE_INFINITY, 1, 1},
        new float[] {0, -0f, 0, 0},
        new float[] {1, 1, 1},
        new float[0]);
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void badVectorLeavesOnlyItsOwnerOut(float[] bad) {
    var vectors = new HashMap<>(POOL.vectors());
    vectors.put(Pools.id(3), bad);
    assertOnlyTheThirdIsLeftOut(Pools.input(POOL.seekers(), vectors, 0.35, 0.1));
  }

  @Test
  void missingVectorLeavesOnlyItsOwnerOut() {
    var vectors = new HashMap<>(POOL.vectors());
    vectors.remove(Pools.id(3));
    assertOnlyTheThirdIsLeftOut(Pools.input(POOL.seekers(), vectors, 0.35, 0.1));
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
  void exactlyHalfUnusableStillGivesAPlan() {
    assertThat(new PriorityGreedy().pair(withVectors(10), Progress.IGNORED).leftOut())
        .isEqualTo(10);
  }

  @Test
  void moreThanHalfUnusableIsAnError() {
    assertThatThrownBy(() -> new PriorityGreedy().pair(withVectors(9), Progress.IGNORED))
        .isInstanceOf(PoolUnusableException.class)
        .hasMessageStartingWith("11 of 20 seekers have no usable vector");
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

  private static void assertOnlyTheThirdIsLeftOut(PairingInput input) {
    var pairing = new PriorityGreedy().pair(input, Progress.IGNORED);
    assertThat(pairing.unmatched())
        .filteredOn(seeker -> seeker.reason() == UnmatchedReason.UNUSABLE_VECTOR)
        .extracting(UnmatchedSeeker::userId)
        .containsExactly(Pools.id(3));
    assertThat(pairing.leftOut()).isEqualTo(1);
    assertThat(pairing.pairs()).isNotEmpty();
  }
}

package mosaicmatch.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultStrikesTheSameKeysTest {

  private static long struck(Fault fault) {
    return IntStream.range(0, 10_000).filter(i -> fault.strikes("pair" + i)).count();
  }

  @Test
  void shareOfTheKeysIsStruckAndAlwaysTheSame() {
    Fault fault = Fault.parse("nakama:0.3");
    assertThat(struck(fault)).isBetween(2_850L, 3_150L);
    assertThat(IntStream.range(0, 100).filter(i -> fault.strikes("pair" + i)).toArray())
        .isEqualTo(
            IntStream.range(0, 100)
                .filter(i -> Fault.parse("nakama:0.3").strikes("pair" + i))
                .toArray());
  }

  @Test
  void anotherSeedStrikesOtherKeys() {
    Fault one = Fault.parse("nakama:0.3@1");
    Fault other = Fault.parse("nakama:0.3@2");
    assertThat(IntStream.range(0, 100).filter(i -> one.strikes("p" + i)).toArray())
        .isNotEqualTo(IntStream.range(0, 100).filter(i -> other.strikes("p" + i)).toArray());
  }

  @Test
  void allAndNothingAreExact() {
    assertThat(struck(Fault.parse("traits:1"))).isEqualTo(10_000);
    assertThat(struck(Fault.parse("traits:0"))).isZero();
    assertThat(struck(Fault.none())).isZero();
  }

  @Test
  void faultIsOnItsTargetOnly() {
    Fault fault = Fault.parse("nakama:1");
    assertThat(fault.on("nakama")).isEqualTo(fault);
    assertThat(fault.on("traits")).isEqualTo(Fault.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nakama", "nakama:", "nakama:x", "nakama:1.5", "s3:0.3", "nakama:-1"})
  void whatIsNoFaultIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Fault.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

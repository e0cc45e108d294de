package mosaicmatch.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;

class LockTimesAreCheckedTest {

  @Test
  void leaseIsPositiveAndSkewIsNotNegative() {
    assertThatThrownBy(() -> new LockTimes(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LockTimes(Duration.ofSeconds(1), Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new LockTimes(Duration.ofMillis(1), Duration.ZERO).clockSkew()).isZero();
  }

  @Test
  void settingsGiveThemInSeconds() {
    assertThat(LockTimes.of(new Environment(Map.of())))
        .isEqualTo(new LockTimes(Duration.ofSeconds(300), Duration.ofSeconds(5)));
    assertThat(
            LockTimes.of(
                new Environment(
                    Map.of("MOSAIC_LEASE_SECONDS", "60", "MOSAIC_CLOCK_SKEW_SECONDS", "0"))))
        .isEqualTo(new LockTimes(Duration.ofSeconds(60), Duration.ZERO));
  }
}

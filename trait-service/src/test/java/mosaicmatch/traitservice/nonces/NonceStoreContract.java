package mosaicmatch.traitservice.nonces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mosaicmatch.signing.NonceStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class NonceStoreContract {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private NonceStore nonces;

  abstract NonceStore store(InstantSource clock);

  @BeforeEach
  void open() {
    nonces = store(now::get);
  }

  @Test
  void aNonceIsTakenOnce() {
    assertThat(nonces.take("batch-1", "a", NOW.plusSeconds(300))).isTrue();
    assertThat(nonces.take("batch-1", "a", NOW.plusSeconds(300))).isFalse();
    assertThat(nonces.take("batch-1", "b", NOW.plusSeconds(300))).isTrue();
  }

  @Test
  void keysHaveNoncesOfTheirOwn() {
    assertThat(nonces.take("batch-1", "a", NOW.plusSeconds(300))).isTrue();
    assertThat(nonces.take("batch-2", "a", NOW.plusSeconds(300))).isTrue();
  }

  @Test
  void aNonceIsFreeAfterItsTimeEvenIfItsRowIsStillThere() {
    nonces.take("batch-1", "a", NOW.plusSeconds(300));
    now.set(NOW.plusSeconds(300));
    assertThat(nonces.take("batch-1", "a", NOW.plusSeconds(600))).isFalse();
    now.set(NOW.plusSeconds(301));
    assertThat(nonces.take("batch-1", "a", NOW.plusSeconds(600))).isTrue();
  }

  @Test
  void ofManyAtOnceOneTakesIt() {
    long taken =
        IntStream.range(0, 32)
            .parallel()
            .filter(_ -> nonces.take("batch-1", "contended", NOW.plusSeconds(300)))
            .count();
    assertThat(taken).isEqualTo(1);
  }
}

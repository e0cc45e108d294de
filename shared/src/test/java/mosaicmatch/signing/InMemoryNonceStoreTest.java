package mosaicmatch.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryNonceStoreTest {

  private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final InMemoryNonceStore nonces = new InMemoryNonceStore(now::get);

  @Test
  void aNonceIsForgottenAfterItsTime() {
    assertThat(nonces.take("k", "n", START.plusSeconds(300))).isTrue();
    now.set(START.plusSeconds(300));
    assertThat(nonces.take("k", "n", START.plusSeconds(600))).isFalse();
    now.set(START.plusSeconds(301));
    assertThat(nonces.take("k", "n", START.plusSeconds(600))).isTrue();
  }

  @Test
  void liveNoncesOutlastTheSweep() {
    nonces.take("k", "live", START.plusSeconds(600));
    now.set(START.plusSeconds(400));
    for (int i = 0; i < 3000; i++) {
      assertThat(nonces.take("k", "n" + i, START.plusSeconds(600))).isTrue();
    }
    assertThat(nonces.take("k", "live", START.plusSeconds(900))).isFalse();
  }
}

package mosaicmatch.traitservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import mosaicmatch.signing.SigningKeys;
import mosaicmatch.traitservice.http.SigningKeysUnavailableException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class SecretSigningKeysTest {

  private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
  private static final String KEYS =
      "{\"keys\":[{\"keyid\":\"batch-1\",\"secret\":\"0123456789abcdef0123456789abcdef\",\"scopes\":[\"match\"]}]}";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicReference<Supplier<String>> secret = new AtomicReference<>(() -> KEYS);
  private final SecretSigningKeys keys = new SecretSigningKeys(() -> secret.get().get(), now::get);

  @Test
  void theSecretIsReadAgainAfterFiveMinutes() {
    SigningKeys first = keys.get();
    now.set(START.plusSeconds(299));
    assertThat(keys.get()).isSameAs(first);
    now.set(START.plusSeconds(300));
    assertThat(keys.get()).isNotSameAs(first);
  }

  @Test
  void keysStayLiveWhileTheSecretCanNotBeRead() {
    SigningKeys first = keys.get();
    secret.set(
        () -> {
          throw SdkClientException.create("timed out");
        });
    now.set(START.plusSeconds(301));
    assertThat(keys.get()).isSameAs(first);
    secret.set(() -> "garbage");
    now.set(START.plusSeconds(602));
    assertThat(keys.get()).isSameAs(first);
  }

  @Test
  void withoutAnyKeysThereIsANamedError() {
    secret.set(() -> "secret-looking garbage");
    assertThatThrownBy(keys::get)
        .isInstanceOf(SigningKeysUnavailableException.class)
        .hasStackTraceContaining("signing keys")
        .hasMessageNotContaining("garbage");
  }
}

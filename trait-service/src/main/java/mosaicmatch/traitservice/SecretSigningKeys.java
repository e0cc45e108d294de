package mosaicmatch.traitservice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.signing.SigningKeys;
import mosaicmatch.traitservice.http.SigningKeysUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The signing keys of a secret, read again every five minutes, so that keys can be rotated. */
final class SecretSigningKeys implements Supplier<SigningKeys> {

  private static final Logger LOG = LoggerFactory.getLogger(SecretSigningKeys.class);
  private static final Duration FRESH_FOR = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final Supplier<String> secret;
  private final InstantSource clock;
  private Optional<SigningKeys> keys = Optional.empty();
  private Instant readAgainAt = Instant.MIN;

  /**
   * Keys of a secret.
   *
   * @param secret gives its text, of the form of {@link SigningKeys#parse}
   */
  SecretSigningKeys(Supplier<String> secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  static SecretSigningKeys fromSecretsManager(AwsClients aws, String name) {
    SecretsManagerClient client =
        aws.small(SecretsManagerClient.builder(), AwsClients.SECRETS_MANAGER_ENDPOINT)
            .overrideConfiguration(timeouts -> timeouts.apiCallTimeout(TIMEOUT))
            .build();
    return new SecretSigningKeys(
        () -> client.getSecretValue(request -> request.secretId(name)).secretString(),
        InstantSource.system());
  }

  /**
   * The live keys. When the secret can't be read, those read before stay live.
   *
   * @throws SigningKeysUnavailableException if it could not be read even once
   */
  @Override
  public synchronized SigningKeys get() {
    Instant now = clock.instant();
    if (!now.isBefore(readAgainAt)) {
      read();
      readAgainAt = now.plus(FRESH_FOR);
    }
    return keys.orElseThrow();
  }

  private void read() {
    try {
      keys = Optional.of(SigningKeys.parse(secret.get()));
    } catch (SdkException | IllegalArgumentException e) {
      if (keys.isEmpty()) {
        throw new SigningKeysUnavailableException(e);
      }
      LOG.warn("event=signing_keys_not_refreshed", e);
    }
  }
}

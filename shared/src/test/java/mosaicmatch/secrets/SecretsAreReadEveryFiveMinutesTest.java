package mosaicmatch.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.http.RecordedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretsAreReadEveryFiveMinutesTest {

  private final RecordedServer server = new RecordedServer();
  private final SecretsManagerClient client = client(server.uri());
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private final Secrets secrets = SecretsManagerSecrets.cached(client, () -> now);

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void secretIsKeptForFiveMinutesAndThenReadAgain() {
    server.answer(200, "{\"SecretString\":\"old\"}").answer(200, "{\"SecretString\":\"new\"}");
    assertThat(secrets.text("a/key")).isEqualTo("old");
    now = now.plusSeconds(299);
    assertThat(secrets.text("a/key")).isEqualTo("old");
    now = now.plusSeconds(1);
    assertThat(secrets.text("a/key")).isEqualTo("new");
    assertThat(server.asked()).hasSize(2);
    assertThat(server.asked().getFirst().text()).contains("\"SecretId\":\"a/key\"");
  }

  @Test
  void secretThatIsNotThereIsNamed() {
    server.answer(400, "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no\"}");
    assertThatThrownBy(() -> secrets.text("a/key"))
        .isInstanceOf(MissingSecretException.class)
        .hasMessage("secret a/key must hold a text, but is not there");
  }

  @Test
  void binarySecretIsRefused() {
    server.answer(200, "{\"SecretBinary\":\"AAAA\"}");
    assertThatThrownBy(() -> secrets.text("a/key"))
        .isInstanceOf(MissingSecretException.class)
        .hasMessage("secret a/key must hold a text");
  }

  @Test
  void throttledStoreMayBeAskedAgain() {
    server
        .answer(400, "{\"__type\":\"ThrottlingException\"}")
        .answer(200, "{\"SecretString\":\"s\"}");
    assertThatThrownBy(() -> secrets.text("a/key")).isInstanceOf(StoreUnavailableException.class);
    assertThat(secrets.text("a/key")).isEqualTo("s");
  }

  private static SecretsManagerClient client(URI endpoint) {
    return SecretsManagerClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(Apache5HttpClient.builder())
        .overrideConfiguration(configuration -> configuration.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }
}

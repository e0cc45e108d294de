package mosaicmatch.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.http.RecordedServer;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
    for (int attempt = 0; attempt < 4; attempt++) {
      server.answer(400, "{\"__type\":\"ThrottlingException\"}");
    }
    server.answer(200, "{\"SecretString\":\"s\"}");
    assertThatThrownBy(() -> secrets.text("a/key")).isInstanceOf(StoreUnavailableException.class);
    assertThat(secrets.text("a/key")).isEqualTo("s");
  }

  private static SecretsManagerClient client(URI endpoint) {
    // Sets the credentials that the SDK's default chain finds.
    LocalDynamo.client();
    var settings =
        Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint.toString());
    return new AwsClients(new Environment(settings)).secretsManager();
  }
}

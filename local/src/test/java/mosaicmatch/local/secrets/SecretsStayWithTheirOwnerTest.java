package mosaicmatch.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsStayWithTheirOwnerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path file;
  private LocalSecrets secrets;
  private LoopbackServer endpoint;

  @BeforeEach
  void start() throws Exception {
    file = folder.resolve("home/secrets.json");
    secrets = LocalSecrets.open(file, new SecureRandom());
    endpoint =
        SecretsEndpoint.start(secrets, Place.anywhere("Secrets Manager"), TestCaller.ACCESS_KEY);
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private SecretsManagerClient client(TestCaller caller) {
    return caller.client(SecretsManagerClient.builder(), endpoint.uri());
  }

  @Test
  void fileIsForItsOwnerOnly() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void fileThatOthersMayReadIsClosedToThem() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    LocalSecrets.open(file, new SecureRandom());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void secretsStayTheSameFromStartToStart() throws Exception {
    LocalSecrets again = LocalSecrets.open(file, new SecureRandom());
    for (String name :
        Set.of(
            SecretNames.SIGNING_KEYS,
            SecretNames.BATCH_KEY,
            SecretNames.PLAYER_KEY,
            SecretNames.NAKAMA_HTTP_KEY,
            SecretNames.ACCESS_KEY)) {
      assertThat(again.value(name)).isPresent().isEqualTo(secrets.value(name));
    }
  }

  @Test
  void callersKeysAreAmongThoseThatTheTraitServiceTakes() throws Exception {
    JsonNode keys = JSON.readTree(value(SecretNames.SIGNING_KEYS)).path("keys");
    JsonNode batch = JSON.readTree(value(SecretNames.BATCH_KEY));
    assertThat(keys).hasSize(2);
    assertThat(keys.get(0).path("keyid")).isEqualTo(batch.path("keyid"));
    assertThat(keys.get(0).path("secret")).isEqualTo(batch.path("secret"));
    assertThat(keys.get(0).path("scopes").toString()).isEqualTo("[\"match\",\"erase\"]");
    assertThat(keys.get(1).path("scopes").toString()).isEqualTo("[\"player\"]");
    assertThat(batch.path("secret").asText()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void sdkClientReadsASecretByNameAndByArn() {
    try (SecretsManagerClient client = client(TestCaller.HOLDER)) {
      GetSecretValueResponse byName =
          client.getSecretValue(b -> b.secretId(SecretNames.NAKAMA_HTTP_KEY));
      assertThat(byName.secretString()).isEqualTo(value(SecretNames.NAKAMA_HTTP_KEY));
      assertThat(byName.versionStages()).containsExactly("AWSCURRENT");
      assertThat(client.getSecretValue(b -> b.secretId(byName.arn())).secretString())
          .isEqualTo(byName.secretString());
    }
  }

  @Test
  void unknownSecretIsNotFound() {
    try (SecretsManagerClient client = client(TestCaller.HOLDER)) {
      assertThatThrownBy(() -> client.getSecretValue(b -> b.secretId("mosaicmatch/none")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }

  @Test
  void otherOperationsAndOtherCallersAreRefused() {
    try (SecretsManagerClient client = client(TestCaller.HOLDER);
        SecretsManagerClient stranger = client(TestCaller.STRANGER)) {
      assertThatThrownBy(() -> client.listSecrets(b -> {}))
          .isInstanceOf(SecretsManagerException.class);
      assertThatThrownBy(
              () -> stranger.getSecretValue(b -> b.secretId(SecretNames.NAKAMA_HTTP_KEY)))
          .isInstanceOf(SecretsManagerException.class)
          .hasMessageContaining("security token");
    }
  }

  @Test
  void printingThemShowsNamesOnly() {
    assertThat(secrets.toString())
        .contains(SecretNames.BATCH_KEY)
        .doesNotContain(value(SecretNames.BATCH_KEY));
  }

  private String value(String name) {
    return secrets.value(name).orElseThrow();
  }
}

package mosaicmatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** {@code AWS_ENDPOINT_URL}, and as whom clients call. */
class OneAddressServesEveryClientTest {

  private static final Identity SOMEBODY = Identity.key("SOMEBODYSKEY", "secret");

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(400, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static Environment environment(String name, String value) {
    return new Environment(Map.of("AWS_REGION", "eu-west-1", name, value));
  }

  private static void call(AwsClients aws) {
    try (var tables = aws.dynamoDb();
        var s3 = aws.s3();
        var secrets = aws.secretsManager()) {
      assertThatThrownBy(tables::listTables).isInstanceOf(SdkException.class);
      assertThatThrownBy(() -> s3.headBucket(r -> r.bucket("b"))).isInstanceOf(SdkException.class);
      assertThatThrownBy(() -> secrets.getSecretValue(r -> r.secretId("x")))
          .isInstanceOf(SdkException.class);
    }
  }

  @Test
  void theCommonAddressIsTakenByServicesThatHaveNoneOfTheirOwn() {
    call(new AwsClients(environment("AWS_ENDPOINT_URL", url()), SOMEBODY));
    assertThat(authorizations)
        .allMatch(shown -> shown.contains("Credential=SOMEBODYSKEY/"))
        .anyMatch(shown -> shown.contains("/eu-west-1/dynamodb/"))
        .anyMatch(shown -> shown.contains("/eu-west-1/s3/"))
        .anyMatch(shown -> shown.contains("/eu-west-1/secretsmanager/"));
  }

  @Test
  void aServicesOwnAddressComesFirst() {
    var environment =
        new Environment(
            Map.of(
                "AWS_REGION",
                "eu-west-1",
                "AWS_ENDPOINT_URL",
                "http://127.0.0.1:9",
                AwsClients.SECRETS_MANAGER_ENDPOINT,
                url()));
    try (var secrets = new AwsClients(environment, SOMEBODY).secretsManager()) {
      assertThatThrownBy(() -> secrets.getSecretValue(r -> r.secretId("x")))
          .isInstanceOf(SdkException.class);
    }
    assertThat(authorizations).isNotEmpty();
  }

  @Test
  void aWrongAddressIsNamed() {
    var aws = new AwsClients(environment("AWS_ENDPOINT_URL", "somewhere"), SOMEBODY);
    assertThatThrownBy(aws::dynamoDb)
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("AWS_ENDPOINT_URL");
  }

  @Test
  void aProfileBringsItsKeyAndItsAddress() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("config"),
            """
            [profile p]
            endpoint_url = %s
            aws_access_key_id = KEYOFTHEPROFILE
            aws_secret_access_key = secret
            """
                .formatted(url()));
    var files = ProfileFile.builder().content(file).type(ProfileFile.Type.CONFIGURATION).build();
    call(new AwsClients(environment("X", "y"), Identity.profile(files, "p")));
    assertThat(authorizations)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(shown -> shown.contains("Credential=KEYOFTHEPROFILE/"));
  }

  @Test
  void aPatientClientAsksOnce() {
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          authorizations.add("asked");
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    var aws = new AwsClients(environment("AWS_ENDPOINT_URL", url()), SOMEBODY);
    var builder = aws.patient(SecretsManagerClient.builder(), "X", Duration.ofSeconds(30));
    try (var secrets = builder.build()) {
      assertThatThrownBy(() -> secrets.getSecretValue(r -> r.secretId("x")))
          .isInstanceOf(SdkException.class);
    }
    assertThat(authorizations).hasSize(1);
  }
}

package mosaicmatch.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

  @Test
  void messageNamesThePortTheEndpointAndTheSetting() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Place place = new Place("the S3 store", other.getLocalPort(), "--s3-port");
      assertThatThrownBy(() -> LoopbackServer.start(place, call -> Reply.empty(200)))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("port " + other.getLocalPort())
          .hasMessageContaining("the S3 store")
          .hasMessageContaining("--s3-port");
    }
  }

  @Test
  void portOutOfRangeIsRefusedByItsSetting() {
    assertThatThrownBy(() -> new Place("the S3 store", 70_000, "--s3-port"))
        .hasMessageContaining("--s3-port")
        .hasMessageContaining("70000");
  }

  @Test
  void serverListensOnLoopbackOnly() throws Exception {
    try (LoopbackServer server = start(call -> Reply.empty(200));
        Socket socket = new Socket()) {
      InetAddress own = InetAddress.getLocalHost();
      if (!own.isLoopbackAddress()) {
        assertThatThrownBy(
                () -> socket.connect(new InetSocketAddress(own, server.uri().getPort()), 500))
            .isInstanceOf(IOException.class);
      }
      assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void failingServiceAnswers500WithoutItsMessage() throws Exception {
    Service failing =
        call -> {
          throw new IllegalStateException("inner detail");
        };
    try (LoopbackServer server = start(failing)) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(server.uri()).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).doesNotContain("inner detail");
    }
  }

  @Test
  void callCarriesMethodPathQueryHeadersAndBody() throws Exception {
    Service echo =
        call ->
            Reply.of(
                200,
                "text/plain",
                "%s %s %s %s %s"
                    .formatted(
                        call.method(),
                        call.rawPath(),
                        call.query().get("q"),
                        call.header("X-Thing").orElse("none"),
                        new String(call.bytes(10))));
    try (LoopbackServer server = start(echo)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.uri() + "/a%2Fb/c?q=x%20y+z&flag"))
              .header("x-thing", "value")
              .POST(HttpRequest.BodyPublishers.ofString("body"))
              .build();
      assertThat(
              HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("POST /a%2Fb/c x y+z value body");
    }
  }

  @Test
  void bodyOverTheLimitIsRefused() {
    Call call = new Call("POST", "/", Map.of(), Map.of(), new ByteArrayInputStream(new byte[11]));
    assertThatThrownBy(() -> call.bytes(10))
        .isInstanceOf(BodyTooLargeException.class)
        .hasMessageContaining("10 bytes");
  }

  private static LoopbackServer start(Service service) {
    return LoopbackServer.start(Place.anywhere("a test"), service);
  }
}

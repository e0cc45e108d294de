package mosaicmatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswersAreBoundedTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void wholeAnswerIsRead() throws IOException {
    try (var server = new RecordedServer().answer(200, "{}")) {
      var reply = new HttpCalls(2).send(request(server.uri()), LONG);
      assertThat(reply.isSuccess()).isTrue();
      assertThat(reply.stream()).hasContent("{}");
    }
  }

  @Test
  void answerThatIsTooLargeIsRefused() {
    try (var server = new RecordedServer().answer(200, "{} ")) {
      assertThatThrownBy(() -> new HttpCalls(2).send(request(server.uri()), LONG))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void redirectIsNotFollowed() throws IOException {
    try (var server = new RecordedServer().answer(307, "").answer(200, "{}")) {
      assertThat(new HttpCalls(9).send(request(server.uri()), LONG).status()).isEqualTo(307);
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void bodyThatStallsMidwayIsGivenUp() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answerByHalf(socket));
      var uri = URI.create("http://127.0.0.1:" + socket.getLocalPort());
      assertThatThrownBy(() -> new HttpCalls(99).send(request(uri), Duration.ofMillis(400)))
          .isInstanceOf(HttpTimeoutException.class)
          .hasMessage("no answer within 400 ms");
    }
  }

  private static void answerByHalf(ServerSocket socket) {
    try (var connection = socket.accept()) {
      connection
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"
                  .getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().flush();
      while (connection.getInputStream().read() >= 0) {
        // Holds the connection open until the client gives up.
      }
    } catch (IOException e) {
      // The client or the test has closed the connection: that is how this ends.
    }
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).build();
  }
}

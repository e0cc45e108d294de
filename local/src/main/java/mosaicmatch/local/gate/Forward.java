package mosaicmatch.local.gate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;

/** A service with a server of its own on this machine, whose requests and answers are small. */
public final class Forward implements Service {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST_ANSWER = 32 << 20;

  /** What each connection says for itself (RFC 9110, section 7.6.1), and what HttpClient sets. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "transfer-encoding",
          "upgrade");

  private final URI target;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** To the server at this address. */
  public Forward(URI target) {
    this.target = target;
  }

  @Override
  public Reply answer(Call call) throws IOException {
    try {
      return reply(client.send(request(call), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for " + target, e);
    }
  }

  private HttpRequest request(Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(call.rawPath()))
            .timeout(PATIENCE)
            .method(
                call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body().readAllBytes()));
    call.headers()
        .forEach(
            (name, value) -> {
              if (!OF_THE_CONNECTION.contains(name)) {
                request.header(name, value);
              }
            });
    return request.build();
  }

  private static Reply reply(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(LARGEST_ANSWER);
      if (body.read() >= 0) {
        throw new IOException("an answer has more than " + LARGEST_ANSWER + " bytes");
      }
      return Reply.withFields(answer.statusCode(), fields(answer), bytes);
    }
  }

  private static Map<String, String> fields(HttpResponse<InputStream> answer) {
    Map<String, String> fields = new LinkedHashMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                fields.put(name, values.getFirst());
              }
            });
    return fields;
  }
}

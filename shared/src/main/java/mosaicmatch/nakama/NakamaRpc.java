package mosaicmatch.nakama;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import mosaicmatch.http.HttpCalls;
import mosaicmatch.http.NotAnsweredException;
import mosaicmatch.http.Reply;
import mosaicmatch.http.ServiceGuard;
import mosaicmatch.json.Json;

/** Calls RPCs as a server does: with the http key, unwrapped. All of them are safe to repeat. */
final class NakamaRpc {

  /** Nakama itself gives an RPC's answer up after ten seconds. */
  private static final Duration DEADLINE = Duration.ofSeconds(9);

  private static final long MAX_ANSWER_BYTES = 256 << 10;

  private final URI server;
  private final Supplier<String> httpKey;
  private final ServiceGuard guard;
  private final HttpCalls http = new HttpCalls(MAX_ANSWER_BYTES);

  NakamaRpc(URI server, Supplier<String> httpKey, ServiceGuard guard) {
    this.server = server;
    this.httpKey = httpKey;
    this.guard = guard;
  }

  /**
   * Calls an RPC.
   *
   * @throws RpcRefusedException if it ended with an error that does not pass by itself
   */
  <T> T call(String name, Object body, Class<T> type) throws RpcRefusedException {
    var reply = send(name, body);
    if (!reply.isSuccess()) {
      throw refused(name, reply);
    }
    try {
      return reply.as(type);
    } catch (IOException e) {
      throw new UnexpectedNakamaAnswerException(
          name, "status " + reply.status() + " and a body that can't be read");
    }
  }

  private HttpRequest request(String name, Object body) {
    try {
      return HttpRequest.newBuilder(server.resolve("/v2/rpc/" + name + "?unwrap"))
          .header("Authorization", "Basic " + base64(httpKey.get() + ":"))
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request can't be written as JSON", e);
    }
  }

  private Reply send(String name, Object body) {
    try {
      return guard.call(DEADLINE, left -> http.send(request(name, body), left));
    } catch (NotAnsweredException e) {
      throw new NakamaUnavailableException(name + " " + e.getMessage(), e);
    }
  }

  /** Of an error only code and message are read: the rest differs from layer to layer. */
  private static RpcRefusedException refused(String name, Reply reply) {
    try {
      var error = reply.as(RpcError.class);
      return new RpcRefusedException(name, reply.status(), error.code(), error.message());
    } catch (IOException e) {
      return new RpcRefusedException(name, reply.status(), -1, "");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private record RpcError(int code, String message) {}
}

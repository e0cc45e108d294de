package mosaicmatch.traits;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import mosaicmatch.http.HttpCalls;
import mosaicmatch.http.Reply;
import mosaicmatch.json.Json;
import mosaicmatch.signing.RequestSigner;

/** Sends signed requests to the trait service and sorts its answers. */
final class SignedCalls {

  /** For the few rows of one seeker or batch; several fit into a function's time-out of 30 s. */
  static final Duration SMALL = Duration.ofSeconds(5);

  /** For a page of the pool or of vectors. */
  static final Duration LARGE = Duration.ofSeconds(20);

  private static final byte[] NO_BODY = {};
  private static final int NOT_FOUND = 404;

  private final URI service;
  private final Supplier<RequestSigner> signer;
  private final HttpCalls http;

  SignedCalls(URI service, Supplier<RequestSigner> signer, HttpCalls http) {
    this.service = service;
    this.signer = signer;
    this.http = http;
  }

  /** A part of a path, such as an id, percent-encoded as RFC 3986 section 2 has it. */
  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  <T> T get(String pathAndQuery, Class<T> type) {
    var request = signed("GET", pathAndQuery, NO_BODY, "application/json");
    return read(request, success(request, send(request, LARGE)), reply -> reply.as(type));
  }

  <T> T post(String path, Object body, Class<T> type) {
    var request = post(path, body, "application/json");
    return read(request, success(request, send(request, SMALL)), reply -> reply.as(type));
  }

  /** Posts a question about a person; empty if there is nothing of that person to ask about. */
  <T> Optional<T> find(String path, Object body, Class<T> type) {
    var request = post(path, body, "application/json");
    var reply = send(request, LARGE);
    if (reply.status() == NOT_FOUND && error(reply).error().equals("user_not_found")) {
      return Optional.empty();
    }
    return Optional.of(read(request, success(request, reply), found -> found.as(type)));
  }

  /** Posts, and lets the caller read what a success holds in another form than JSON. */
  <T> T post(String path, Object body, String accept, Reading<T> reading) {
    var request = post(path, body, accept);
    return read(request, success(request, send(request, LARGE)), reading);
  }

  /** Posts, and lets the caller make sense of some errors; empty on success. */
  Optional<ServiceError> tryPost(String path, Object body, Expected expected) {
    var request = post(path, body, "application/json");
    var reply = send(request, SMALL);
    if (reply.isSuccess()) {
      return Optional.empty();
    }
    var error = error(reply);
    if (!expected.isExpected(reply.status(), error)) {
      throw unexpected(request, reply);
    }
    return Optional.of(error);
  }

  void delete(String path) {
    var request = signed("DELETE", path, NO_BODY, "application/json");
    success(request, send(request, SMALL));
  }

  private HttpRequest post(String path, Object body, String accept) {
    try {
      return signed("POST", path, Json.mapper().writeValueAsBytes(body), accept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request can't be written as JSON", e);
    }
  }

  private HttpRequest signed(String method, String pathAndQuery, byte[] body, String accept) {
    var uri = service.resolve(pathAndQuery);
    var request =
        HttpRequest.newBuilder(uri)
            .method(method, BodyPublishers.ofByteArray(body))
            .header("Accept", accept);
    if (body.length > 0) {
      request.header("Content-Type", "application/json");
    }
    signer.get().sign(method, uri, body).asMap().forEach(request::header);
    return request.build();
  }

  private Reply send(HttpRequest request, Duration deadline) {
    try {
      var reply = http.send(request, deadline);
      if (reply.isPassing()) {
        throw new TraitServiceUnavailableException(
            name(request) + " was answered with status " + reply.status());
      }
      return reply;
    } catch (IOException e) {
      throw new TraitServiceUnavailableException(name(request) + " got no answer", e);
    }
  }

  private static Reply success(HttpRequest request, Reply reply) {
    if (!reply.isSuccess()) {
      throw unexpected(request, reply);
    }
    return reply;
  }

  private static <T> T read(HttpRequest request, Reply reply, Reading<T> reading) {
    try {
      return reading.from(reply);
    } catch (IOException e) {
      // The cause is not kept: a parser's message may quote the answer.
      throw new UnexpectedTraitServiceAnswerException(
          name(request), "status " + reply.status() + " and a body that can't be read");
    }
  }

  private static UnexpectedTraitServiceAnswerException unexpected(
      HttpRequest request, Reply reply) {
    var error = error(reply);
    return new UnexpectedTraitServiceAnswerException(
        name(request),
        "status "
            + reply.status()
            + ", error "
            + error.error()
            + error.field().map(field -> " in field " + field).orElse(""));
  }

  private static ServiceError error(Reply reply) {
    try {
      return reply.as(ServiceError.class);
    } catch (IOException e) {
      return new ServiceError("unknown", Optional.empty(), Optional.empty());
    }
  }

  private static String name(HttpRequest request) {
    return request.method() + " " + request.uri().getPath();
  }

  /**
   * An error as the service words it.
   *
   * @param error a snake-case code
   * @param field the field that is wrong, if one is
   * @param reason why a match was refused, if one was
   */
  record ServiceError(String error, Optional<String> field, Optional<String> reason) {}

  /** Says which errors the caller makes sense of. */
  interface Expected {
    boolean isExpected(int status, ServiceError error);
  }

  /** Reads an answer. */
  interface Reading<T> {
    T from(Reply reply) throws IOException;
  }
}

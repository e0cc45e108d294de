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
import mosaicmatch.http.NotAnsweredException;
import mosaicmatch.http.Reply;
import mosaicmatch.http.ServiceGuard;
import mosaicmatch.json.Json;
import mosaicmatch.signing.RequestSigner;

/**
 * Sends signed requests to the trait service and sorts its answers. All requests are safe to
 * repeat.
 */
final class SignedCalls {

  /** For the few rows of one seeker or batch; several fit into a function's time-out of 30 s. */
  static final Duration SMALL = Duration.ofSeconds(5);

  /** For a page of the pool or of vectors. */
  static final Duration LARGE = Duration.ofSeconds(20);

  private static final String NO_BODY = "";
  private static final String JSON = "application/json";
  private static final int NOT_FOUND = 404;

  private final URI service;
  private final Supplier<RequestSigner> signer;
  private final HttpCalls http;
  private final ServiceGuard guard;

  SignedCalls(URI service, Supplier<RequestSigner> signer, HttpCalls http, ServiceGuard guard) {
    this.service = service;
    this.signer = signer;
    this.http = http;
    this.guard = guard;
  }

  /** A part of a path, such as an id, percent-encoded as RFC 3986 section 2 has it. */
  static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  <T> T get(String pathAndQuery, Class<T> type) {
    var question = new Question("GET", pathAndQuery, NO_BODY, JSON);
    return read(question, success(question, send(question, LARGE)), reply -> reply.as(type));
  }

  <T> T post(String path, Object body, Class<T> type) {
    var question = post(path, body, JSON);
    return read(question, success(question, send(question, SMALL)), reply -> reply.as(type));
  }

  /** Posts a question about a person; empty if there is nothing of that person to ask about. */
  <T> Optional<T> find(String path, Object body, Class<T> type) {
    var question = post(path, body, JSON);
    var reply = send(question, LARGE);
    if (reply.status() == NOT_FOUND && error(reply).error().equals("user_not_found")) {
      return Optional.empty();
    }
    return Optional.of(read(question, success(question, reply), found -> found.as(type)));
  }

  /** Posts, and lets the caller read what a success holds in another form than JSON. */
  <T> T post(String path, Object body, String accept, Reading<T> reading) {
    var question = post(path, body, accept);
    return read(question, success(question, send(question, LARGE)), reading);
  }

  /** Posts, and lets the caller make sense of some errors; empty on success. */
  Optional<ServiceError> tryPost(String path, Object body, Expected expected) {
    var question = post(path, body, JSON);
    var reply = send(question, SMALL);
    if (reply.isSuccess()) {
      return Optional.empty();
    }
    var error = error(reply);
    if (!expected.isExpected(reply.status(), error)) {
      throw unexpected(question, reply);
    }
    return Optional.of(error);
  }

  void delete(String path) {
    var question = new Question("DELETE", path, NO_BODY, JSON);
    success(question, send(question, SMALL));
  }

  private static Question post(String path, Object body, String accept) {
    try {
      return new Question("POST", path, Json.mapper().writeValueAsString(body), accept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request can't be written as JSON", e);
    }
  }

  private HttpRequest signed(Question question) {
    var uri = service.resolve(question.pathAndQuery());
    var body = question.body().getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(uri)
            .method(question.method(), BodyPublishers.ofByteArray(body))
            .header("Accept", question.accept());
    if (body.length > 0) {
      request.header("Content-Type", JSON);
    }
    signer.get().sign(question.method(), uri, body).asMap().forEach(request::header);
    return request.build();
  }

  private Reply send(Question question, Duration deadline) {
    try {
      return guard.call(deadline, left -> http.send(signed(question), left));
    } catch (NotAnsweredException e) {
      throw new TraitServiceUnavailableException(question + " " + e.getMessage(), e);
    }
  }

  private static Reply success(Question question, Reply reply) {
    if (!reply.isSuccess()) {
      throw unexpected(question, reply);
    }
    return reply;
  }

  private static <T> T read(Question question, Reply reply, Reading<T> reading) {
    try {
      return reading.from(reply);
    } catch (IOException e) {
      // The cause is not kept: a parser's message may quote the answer.
      throw new UnexpectedTraitServiceAnswerException(
          question.toString(), "status " + reply.status() + " and a body that can't be read");
    }
  }

  private static UnexpectedTraitServiceAnswerException unexpected(Question question, Reply reply) {
    var error = error(reply);
    return new UnexpectedTraitServiceAnswerException(
        question.toString(),
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

  /** What is asked; signed anew each time that it is sent. */
  private record Question(String method, String pathAndQuery, String body, String accept) {

    /** Method and path, without a query: errors name no more. */
    @Override
    public String toString() {
      return method + " " + URI.create(pathAndQuery).getPath();
    }
  }
}

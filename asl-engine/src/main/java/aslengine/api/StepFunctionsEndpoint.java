package aslengine.api;

import aslengine.Engine;
import aslengine.journal.JournalWriteException;
import aslengine.json.Json;
import aslengine.run.EngineClosedException;
import aslengine.run.ServiceException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks the Step Functions API's JSON 1.0 protocol over HTTP, so that an AWS client whose endpoint
 * is overridden drives an engine. Requests are not authenticated: bind to a loopback address.
 */
public final class StepFunctionsEndpoint implements AutoCloseable {
  private static final String TARGET_PREFIX = "AWSStepFunctions.";
  private static final String TYPE_PREFIX = "com.amazonaws.swf.service.v2.model#";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
  private static final int LARGEST_REQUEST_BYTES = 4 << 20;
  private static final int OK = 200;
  private static final int REFUSED = 400;
  private static final int TOO_LARGE = 413;
  private static final int FAILED = 500;

  static {
    // Without this the JDK's server waits for more to send and every answer takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Engine engine;
  private final HttpServer server;
  private final ExecutorService threads;

  private StepFunctionsEndpoint(Engine engine, HttpServer server, ExecutorService threads) {
    this.engine = engine;
    this.server = server;
    this.threads = threads;
  }

  /**
   * Begins to listen.
   *
   * @param address where; port 0 takes a free one
   * @throws IOException when the address cannot be bound
   */
  public static StepFunctionsEndpoint start(Engine engine, InetSocketAddress address)
      throws IOException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HttpServer server = HttpServer.create(address, 0);
    StepFunctionsEndpoint endpoint = new StepFunctionsEndpoint(engine, server, threads);
    server.setExecutor(threads);
    server.createContext("/", endpoint::handle);
    server.start();
    return endpoint;
  }

  /** The URI that clients override their endpoint with. */
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  /** Stops listening; the engine stays open. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST_BYTES + 1);
      Answer answer =
          body.length > LARGEST_REQUEST_BYTES
              ? Answer.error(TOO_LARGE, "RequestEntityTooLarge", "The request is too large")
              : answer(target(exchange), body);
      byte[] content = Json.bytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
      exchange.sendResponseHeaders(answer.status(), content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private static String target(HttpExchange exchange) {
    String target =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
    return target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : target;
  }

  private Answer answer(String operation, byte[] body) {
    try {
      JsonNode request = Json.parse(new String(body, StandardCharsets.UTF_8));
      return new Answer(OK, engine.call(operation, request));
    } catch (ServiceException e) {
      return Answer.error(REFUSED, e.error(), e.sentence());
    } catch (JsonProcessingException e) {
      return Answer.error(REFUSED, "SerializationException", Json.problem(e));
    } catch (JournalWriteException | EngineClosedException e) {
      return Answer.error(FAILED, "InternalFailure", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return Answer.error(FAILED, "InternalFailure", "the engine failed: " + e);
    }
  }

  /** A status and a body. */
  private record Answer(int status, JsonNode body) {
    static Answer error(int status, String type, String message) {
      return new Answer(
          status, Json.object().put("__type", TYPE_PREFIX + type).put("message", message));
    }
  }
}

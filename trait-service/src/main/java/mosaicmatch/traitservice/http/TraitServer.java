package mosaicmatch.traitservice.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mosaicmatch.signing.SignatureVerifier;
import mosaicmatch.signing.SignedRequest;
import mosaicmatch.traitservice.embedding.EmbeddingModel;
import mosaicmatch.traitservice.optin.OptIns;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.vectors.VectorIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's HTTP server: one handler that takes a request apart, and one line of log a call.
 */
public final class TraitServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TraitServer.class);
  private static final int MAX_CONNECTIONS = 1024;
  private static final int MAX_CALLS = 256;

  /** Longer than HTTP clients keep an idle connection, so that it is they who close it. */
  private static final Duration READ_TIMEOUT = Duration.ofMinutes(1);

  private final Gate gate;
  private final WebServer server;

  private TraitServer(Gate gate, String host, int port) {
    this.gate = gate;
    this.server =
        WebServer.builder()
            .host(host)
            .port(port)
            .maxTcpConnections(MAX_CONNECTIONS)
            .maxConcurrentRequests(MAX_CALLS)
            .connectionOptions(socket -> socket.readTimeout(READ_TIMEOUT).tcpNoDelay(true))
            .shutdownHook(false)
            .routing(routing -> routing.any(this::handle))
            .build();
  }

  /** What the endpoints work on. */
  public record Backend(
      EmbeddingModel model, VectorIndex vectors, SeekerRegistry registry, OptIns optIns) {}

  /**
   * Starts listening.
   *
   * @param host address or name to listen on
   * @param port 0 for a free one
   * @throws PortUnavailableException if nothing can listen there
   */
  public static TraitServer start(
      String host, int port, SignatureVerifier verifier, Backend backend) {
    TraitServer server = new TraitServer(new Gate(routes(backend), verifier), host, port);
    server.server.start();
    if (!server.server.isRunning()) {
      // Helidon only logs why.
      throw new PortUnavailableException(host, port);
    }
    return server;
  }

  private static List<Route> routes(Backend backend) {
    List<Route> routes = new ArrayList<>();
    routes.add(
        new Route(
            "GET",
            "/healthcheck",
            Optional.empty(),
            Set.of(),
            _ -> Reply.ok(Map.of("status", "ok"))));
    routes.addAll(
        new PlayerEndpoints(backend.optIns(), backend.registry(), backend.model()).routes());
    routes.addAll(new CycleEndpoints(backend.registry()).routes());
    routes.addAll(new OperatorEndpoints(backend.registry()).routes());
    routes.addAll(
        new VectorEndpoints(backend.vectors(), backend.registry(), backend.model().dimensions())
            .routes());
    return routes;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    long start = System.nanoTime();
    String route = "-";
    Reply reply;
    try {
      Gate.Found found =
          gate.find(request.prologue().method().text(), request.prologue().uriPath().rawPath());
      route = found.route().template();
      reply = gate.pass(found, signedRequest(request));
    } catch (RuntimeException e) {
      reply = ErrorReplies.to(e);
    }
    response.status(reply.status());
    response.header("Content-Type", reply.contentType());
    reply.headers().forEach((name, value) -> response.header(name, value));
    response.send(reply.body());
    LOG.info(
        "event=call method={} route={} status={} error={} micros={}",
        request.prologue().method().text(),
        route,
        reply.status(),
        reply.error(),
        (System.nanoTime() - start) / 1000);
  }

  private static SignedRequest signedRequest(ServerRequest request) {
    Map<String, List<String>> headers = new TreeMap<>();
    request.headers().forEach(header -> headers.put(header.name(), header.allValues()));
    return new SignedRequest(
        request.prologue().method().text(),
        request.isSecure() ? "https" : "http",
        request.authority(),
        request.prologue().uriPath().rawPath(),
        request.prologue().query().rawValue(),
        headers,
        BodyReader.read(request));
  }

  /** Stops listening; calls under way have a little time to end. */
  @Override
  public void close() {
    server.stop();
  }
}

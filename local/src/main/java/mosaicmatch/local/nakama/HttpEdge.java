package mosaicmatch.local.nakama;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/** The web server on 127.0.0.1. */
final class HttpEdge implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(HttpEdge.class.getName());
  private static final String HOST = "127.0.0.1";
  private static final String RPC = "/v2/rpc/";

  private final WebServer server;

  private HttpEdge(WebServer server) {
    this.server = server;
  }

  static HttpEdge start(NakamaSettings settings, RpcGate gate) {
    WebServer server =
        WebServer.builder()
            .host(HOST)
            .port(settings.port())
            .shutdownHook(false)
            .routing(HttpRouting.builder().any((in, out) -> send(answer(gate, in), out)))
            .build();
    requireFree(settings);
    server.start();
    // Helidon logs what keeps it from listening, and throws nothing.
    if (!server.isRunning()) {
      throw new NakamaPortTakenException(settings, "see the log");
    }
    return new HttpEdge(server);
  }

  private static void requireFree(NakamaSettings settings) {
    InetAddress loopback = InetAddress.ofLiteral(HOST);
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(loopback, settings.port()));
    } catch (IOException e) {
      throw new NakamaPortTakenException(settings, String.valueOf(e.getMessage()));
    }
  }

  URI uri() {
    return URI.create("http://" + HOST + ":" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }

  private static RpcReply answer(RpcGate gate, ServerRequest in) {
    String path = in.path().path();
    if (path.startsWith(RPC)) {
      return answerRpc(gate, request(in, path.substring(RPC.length())));
    }
    return path.equals("/healthcheck")
        ? RpcReply.json(Map.of())
        : RpcReply.plain(GrpcCode.NOT_FOUND, "Not Found");
  }

  private static RpcReply answerRpc(RpcGate gate, RpcRequest request) {
    try {
      return gate.answer(request);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "cannot answer " + request.name(), e);
      return RpcReply.refused(GrpcCode.INTERNAL, "Internal Server Error");
    }
  }

  private static RpcRequest request(ServerRequest in, String name) {
    return new RpcRequest(
        in.prologue().method().text(),
        name,
        in.query().first("http_key").asOptional(),
        in.query().contains("unwrap"),
        in.headers().first(HeaderNames.AUTHORIZATION),
        in.headers().first(HeaderNames.CONTENT_TYPE),
        in.content().inputStream());
  }

  private static void send(RpcReply reply, ServerResponse out) {
    out.status(Status.create(reply.status()));
    out.header(HeaderNames.CONTENT_TYPE, reply.contentType());
    if (reply.status() == GrpcCode.RESOURCE_EXHAUSTED.httpStatus) {
      out.header(HeaderNames.RETRY_AFTER, Turnstile.RETRY_AFTER_SECONDS);
    }
    out.send(reply.body());
  }
}

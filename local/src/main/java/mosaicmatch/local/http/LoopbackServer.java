package mosaicmatch.local.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An HTTP server on 127.0.0.1 for one {@link Service}. */
public final class LoopbackServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());

  private final WebServer server;

  private LoopbackServer(WebServer server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param place what it is called, its port, and the setting that chooses the port
   * @param service what it does
   * @throws PortTakenException if another program uses the port
   */
  public static LoopbackServer start(Place place, Service service) {
    WebServer server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(place.port())
            .shutdownHook(false)
            .contentEncoding(new AsSent())
            .routing(HttpRouting.builder().any((in, out) -> serve(service, in, out)))
            .build();
    server.start();
    if (!server.isRunning()) {
      throw new PortTakenException(place);
    }
    return new LoopbackServer(server);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Stops it; calls under way are cut off. */
  @Override
  public void close() {
    server.stop();
  }

  private static void serve(Service service, ServerRequest in, ServerResponse out)
      throws IOException {
    Reply reply;
    try {
      reply = service.answer(call(in));
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "cannot answer " + in.prologue().method(), e);
      reply = Reply.of(500, "text/plain", "internal error");
    }
    try (Reply.Body body = reply.body()) {
      send(reply, body, in, out);
    }
  }

  private static Call call(ServerRequest in) {
    Map<String, String> headers = new LinkedHashMap<>();
    in.headers().forEach(h -> headers.putIfAbsent(h.name().toLowerCase(Locale.ROOT), h.get()));
    return new Call(
        in.prologue().method().text(),
        in.prologue().uriPath().rawPath(),
        Call.parameters(in.prologue().query().rawValue()),
        headers,
        in.content().inputStream());
  }

  private static void send(Reply reply, Reply.Body body, ServerRequest in, ServerResponse out)
      throws IOException {
    out.status(Status.create(reply.status()));
    reply.headers().forEach((name, value) -> out.header(HeaderNames.create(name), value));
    boolean bodiless = "HEAD".equals(in.prologue().method().text());
    if (bodiless || body.length() == 0) {
      if (bodiless && body.length() > 0) {
        out.header(HeaderNames.CONTENT_LENGTH, Long.toString(body.length()));
      }
      out.send();
      return;
    }
    out.contentLength(body.length());
    try (OutputStream stream = out.outputStream()) {
      body.writeTo(stream);
    }
  }
}

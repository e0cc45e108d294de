package mosaicmatch.local.lambda;

import java.net.URI;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;

/** Lambda on 127.0.0.1, as much of it as Invoke. */
public final class LambdaEndpoint implements AutoCloseable {

  private final LoopbackServer server;

  private LambdaEndpoint(LoopbackServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param functions what can be called
   * @param place where it listens
   * @param accessKey the access key id that callers need
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public static LambdaEndpoint start(Functions functions, Place place, AccessKey accessKey) {
    return new LambdaEndpoint(LoopbackServer.start(place, new LambdaService(functions, accessKey)));
  }

  /** The endpoint for Lambda clients. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }
}

package mosaicmatch.local.secrets;

import java.net.URI;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;

/** Secrets Manager on 127.0.0.1, as much of it as GetSecretValue. */
public final class SecretsEndpoint implements AutoCloseable {

  private final LoopbackServer server;

  private SecretsEndpoint(LoopbackServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param secrets what is served
   * @param place where it listens
   * @param accessKey the access key id that callers need
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public static SecretsEndpoint start(LocalSecrets secrets, Place place, AccessKey accessKey) {
    return new SecretsEndpoint(LoopbackServer.start(place, new SecretsService(secrets, accessKey)));
  }

  /** The endpoint for Secrets Manager clients. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }
}

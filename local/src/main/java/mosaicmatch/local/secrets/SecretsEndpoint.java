package mosaicmatch.local.secrets;

import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.Service;

/** Secrets Manager on 127.0.0.1, as much of it as GetSecretValue. */
public final class SecretsEndpoint {

  private SecretsEndpoint() {}

  /**
   * Starts serving.
   *
   * @param secrets what is served
   * @param place where it listens
   * @param accessKey the access key id that callers need
   * @return the running server: its address, and what closes it
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public static LoopbackServer start(LocalSecrets secrets, Place place, AccessKey accessKey) {
    return LoopbackServer.start(place, service(secrets, accessKey));
  }

  /** The same for a server that serves others too. */
  public static Service service(LocalSecrets secrets, AccessKey accessKey) {
    return new SecretsService(secrets, accessKey);
  }
}

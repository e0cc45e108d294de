package mosaicmatch.local.lambda;

import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.Service;

/** Lambda on 127.0.0.1, as much of it as Invoke. */
public final class LambdaEndpoint {

  private LambdaEndpoint() {}

  /**
   * Starts serving.
   *
   * @param functions what can be called
   * @param place where it listens
   * @param accessKey the access key id that callers need
   * @return the running server: its address, and what closes it
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public static LoopbackServer start(Functions functions, Place place, AccessKey accessKey) {
    return LoopbackServer.start(place, service(functions, accessKey));
  }

  /** The same for a server that serves others too. */
  public static Service service(Functions functions, AccessKey accessKey) {
    return new LambdaService(functions, accessKey);
  }
}

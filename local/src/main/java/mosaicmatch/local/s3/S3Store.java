package mosaicmatch.local.s3;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.Service;

/**
 * An S3-compatible store on 127.0.0.1 with its objects on disk: put with checksums and
 * preconditions, get with ranges, head, list, delete, buckets. What it does not do (multipart
 * uploads, copies, versions, tags) it refuses with {@code NotImplemented}.
 */
public final class S3Store {

  private S3Store() {}

  /**
   * Opens the store and starts serving it.
   *
   * @param folder where the buckets are, made if it is not there; one store at a time
   * @param place where it listens
   * @param accessKey the access key id that callers need
   * @param clock tells when objects are stored
   * @return the running server: its address, which clients must address buckets under by path, and
   *     what closes it
   * @throws IOException if the folder cannot be read or made, or an object's file is damaged
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public static LoopbackServer start(
      Path folder, Place place, AccessKey accessKey, InstantSource clock) throws IOException {
    return LoopbackServer.start(place, service(folder, accessKey, clock));
  }

  /**
   * The same for a server that serves others too.
   *
   * @throws IOException if the folder cannot be read or made, or an object's file is damaged
   */
  public static Service service(Path folder, AccessKey accessKey, InstantSource clock)
      throws IOException {
    return new S3Service(Buckets.open(folder), accessKey, clock);
  }
}

package mosaicmatch.local.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;

/**
 * An S3-compatible store on 127.0.0.1 with its objects on disk: put with checksums and
 * preconditions, get with ranges, head, list, delete, buckets. What it does not do (multipart
 * uploads, copies, versions, tags) it refuses with {@code NotImplemented}.
 */
public final class S3Store implements AutoCloseable {

  private final LoopbackServer server;

  private S3Store(LoopbackServer server) {
    this.server = server;
  }

  /**
   * Opens the store and starts serving it.
   *
   * @param folder where the buckets are, made if it is not there; one store at a time
   * @param place where it listens
   * @param accessKey the access key id that callers need
   * @param clock tells when objects are stored
   * @throws IOException if the folder cannot be read or made, or an object's file is damaged
   * @throws mosaicmatch.local.http.PortTakenException if another program uses the port
   */
  public static S3Store start(Path folder, Place place, AccessKey accessKey, InstantSource clock)
      throws IOException {
    S3Service service = new S3Service(Buckets.open(folder), accessKey, clock);
    return new S3Store(LoopbackServer.start(place, service));
  }

  /** The endpoint for S3 clients; they must address buckets by path. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }
}

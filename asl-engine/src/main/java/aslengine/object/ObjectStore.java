package aslengine.object;

import java.io.InputStream;

/** Where a Distributed Map finds its items and leaves its results: Amazon S3, or what stands in. */
public interface ObjectStore {

  /**
   * Opens an object for reading.
   *
   * @throws ObjectStoreException when there is no such object or it cannot be read; the message
   *     becomes the cause of {@code States.ItemReaderFailed}
   */
  InputStream get(String bucket, String key) throws ObjectStoreException;

  /**
   * Writes an object, replacing one that is there.
   *
   * @throws ObjectStoreException when it cannot be written; the message becomes the cause of {@code
   *     States.ResultWriterFailed}
   */
  void put(String bucket, String key, byte[] content) throws ObjectStoreException;

  /** A store that has no objects and takes none. */
  static ObjectStore none() {
    return new NoObjectStore();
  }
}

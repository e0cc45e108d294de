package aslengine.object;

import java.io.InputStream;

/** A store that has no objects and takes none. */
final class NoObjectStore implements ObjectStore {
  @Override
  public InputStream get(String bucket, String key) throws ObjectStoreException {
    throw new ObjectStoreException("the engine was opened without an object store");
  }

  @Override
  public void put(String bucket, String key, byte[] content) throws ObjectStoreException {
    throw new ObjectStoreException("the engine was opened without an object store");
  }
}

package aslengine.object;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Objects in memory, for tests and small runs. */
public final class InMemoryObjectStore implements ObjectStore {
  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

  /** An empty store. */
  public InMemoryObjectStore() {}

  @Override
  public InputStream get(String bucket, String key) throws ObjectStoreException {
    byte[] content =
        find(bucket, key)
            .orElseThrow(
                () ->
                    new ObjectStoreException(
                        "The specified key does not exist. (Service: S3, Status Code: 404)"));
    return new ByteArrayInputStream(content);
  }

  @Override
  public void put(String bucket, String key, byte[] content) {
    objects.put(bucket + "/" + key, content.clone());
  }

  /** An object's content, if there is one. */
  public Optional<byte[]> find(String bucket, String key) {
    return Optional.ofNullable(objects.get(bucket + "/" + key)).map(byte[]::clone);
  }

  /** Every object as {@code bucket/key}, in order. */
  public List<String> names() {
    return List.copyOf(objects.keySet());
  }
}

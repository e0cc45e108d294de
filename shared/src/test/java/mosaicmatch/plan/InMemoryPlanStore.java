package mosaicmatch.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The real plan store over files in memory. */
public final class InMemoryPlanStore extends FiledPlans {

  private final InMemoryFiles files;

  public InMemoryPlanStore() {
    this(new InMemoryFiles());
  }

  private InMemoryPlanStore(InMemoryFiles files) {
    super(files);
    this.files = files;
  }

  /** Stores a file as somebody else would, such as a map's result writer. */
  public void put(String key, String text) {
    files.byKey.put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a file holds. */
  public byte[] contents(String key) {
    return files.byKey.get(key).clone();
  }

  /** The keys of all files. */
  public Set<String> keys() {
    return Set.copyOf(files.byKey.keySet());
  }

  private static final class InMemoryFiles implements CycleFiles {

    private final Map<String, byte[]> byKey = new ConcurrentHashMap<>();

    @Override
    public void put(String key, Path file) {
      try {
        byKey.put(key, Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream open(String key) {
      byte[] contents = byKey.get(key);
      if (contents == null) {
        throw new MissingFileException(key);
      }
      return new ByteArrayInputStream(contents);
    }
  }
}

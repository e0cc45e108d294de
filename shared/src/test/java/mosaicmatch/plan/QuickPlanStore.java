package mosaicmatch.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The real plan store's formats over files in memory, written without the temporary file, for
 * searches that write tens of thousands of plans.
 */
public final class QuickPlanStore extends FiledPlans {

  private final Map<String, byte[]> files;

  public QuickPlanStore() {
    this(new ConcurrentHashMap<>());
  }

  private QuickPlanStore(Map<String, byte[]> files) {
    super(reading(files));
    this.files = files;
  }

  private static CycleFiles reading(Map<String, byte[]> files) {
    return new CycleFiles() {
      @Override
      public void put(String key, Path file) {
        throw new UnsupportedOperationException("files are written at once");
      }

      @Override
      public InputStream open(String key) {
        byte[] contents = files.get(key);
        if (contents == null) {
          throw new MissingFileException(key);
        }
        return new ByteArrayInputStream(contents);
      }
    };
  }

  @Override
  public String write(String key, FileContents contents) {
    var out = new ByteArrayOutputStream();
    try {
      contents.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.put(key, out.toByteArray());
    return key;
  }

  /** Stores a file as somebody else would, such as a map's result writer. */
  public void put(String key, String text) {
    files.put(key, text.getBytes(StandardCharsets.UTF_8));
  }
}

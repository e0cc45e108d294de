package mosaicmatch.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The plan store in memory, for searches that write tens of thousands of plans: lists are kept as
 * they are, and other files are written without a temporary one.
 */
public final class QuickPlanStore extends FiledPlans {

  private final Map<String, byte[]> files;
  private final Map<String, List<Object>> lists = new ConcurrentHashMap<>();

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

  @Override
  public String writeLines(String key, Iterator<?> lines) {
    var kept = new ArrayList<Object>();
    lines.forEachRemaining(kept::add);
    lists.put(key, kept);
    return key;
  }

  @Override
  public <T> Stream<T> readLines(String key, Class<T> type) {
    var kept = lists.get(key);
    return kept == null ? super.readLines(key, type) : kept.stream().map(type::cast);
  }

  /** Stores a file as somebody else would, such as a map's result writer. */
  public void put(String key, String text) {
    files.put(key, text.getBytes(StandardCharsets.UTF_8));
  }
}

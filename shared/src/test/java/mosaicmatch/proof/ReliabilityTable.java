package mosaicmatch.proof;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import mosaicmatch.json.Json;

/**
 * The table of all searches of a build, {@code target/reliability.json} at the top: an array with a
 * row for each search. A search that runs again replaces its row. Safe for modules that are built
 * at once.
 */
public final class ReliabilityTable {

  private static final ObjectWriter WRITER = Json.mapper().writerWithDefaultPrettyPrinter();

  private final Path table;

  /** A table in this folder. */
  public ReliabilityTable(Path folder) {
    this.table = folder.resolve("reliability.json");
  }

  /** The table of this build. */
  public static ReliabilityTable ofThisBuild() {
    return new ReliabilityTable(Path.of(System.getProperty("mosaic.root"), "target"));
  }

  /** Prints a result and puts it into the table. */
  public void add(SearchResult result) {
    System.out.println(result);
    synchronized (ReliabilityTable.class) {
      store(result);
    }
  }

  private void store(SearchResult result) {
    try {
      Files.createDirectories(table.toAbsolutePath().getParent());
      try (var lock =
              FileChannel.open(
                  table.resolveSibling("reliability.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = lock.lock()) {
        replace(result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(SearchResult result) throws IOException {
    var rows = new TreeMap<String, SearchResult>();
    if (Files.exists(table)) {
      for (var row : Json.mapper().readValue(table.toFile(), SearchResult[].class)) {
        rows.put(row.search(), row);
      }
    }
    rows.put(result.search(), result);
    var next = table.resolveSibling("reliability.json.next");
    WRITER.writeValue(next.toFile(), rows.values());
    Files.move(next, table, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}

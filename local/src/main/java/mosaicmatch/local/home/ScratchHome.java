package mosaicmatch.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of a home folder to try things in; deleted when closed, so that nothing is changed. */
public final class ScratchHome implements AutoCloseable {

  private final Path root;

  private ScratchHome(Path root) {
    this.root = root;
  }

  /**
   * Copies a home folder; an empty copy if there is none yet.
   *
   * @throws HomeInUseException if another process works in it
   * @throws IOException if it can't be read, or the copy can't be written
   */
  public static ScratchHome of(Path home) throws IOException {
    var scratch = new ScratchHome(Files.createTempDirectory("mosaic-dry-run-"));
    try {
      if (Files.exists(home)) {
        try (var original = Home.open(home)) {
          original.copyTo(scratch.root);
        }
      }
      return scratch;
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  /** The copy. */
  public Path root() {
    return root;
  }

  @Override
  public void close() throws IOException {
    Home.deleteTree(root);
  }
}

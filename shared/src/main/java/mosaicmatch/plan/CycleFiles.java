package mosaicmatch.plan;

import java.io.InputStream;
import java.nio.file.Path;

/**
 * Files by key. Both methods throw {@code StoreUnavailableException} when the store is not there.
 */
interface CycleFiles {

  /** Stores a file's contents under a key. */
  void put(String key, Path file);

  /**
   * Opens what is stored; the caller closes it.
   *
   * @throws MissingFileException if there is no such key
   */
  InputStream open(String key);
}

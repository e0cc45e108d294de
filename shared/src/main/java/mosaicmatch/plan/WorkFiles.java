package mosaicmatch.plan;

import java.util.Iterator;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;

/**
 * Files of a cycle that functions hand to each other while they work on it. All methods throw
 * {@code StoreUnavailableException} when the store can't be reached or is throttled; those that
 * read throw {@link MissingFileException} when there is no such file, and {@link
 * BrokenFileException} when its contents can't be read.
 */
public interface WorkFiles {

  /** A folder of a cycle that nobody else writes to; ends with a slash. */
  String freshFolder(CycleId cycle, String kind);

  /** Writes a file as a whole, over an earlier one of this key; answers the key. */
  String write(String key, FileContents contents);

  /** Writes a file of one JSON value a line; answers its key. */
  String writeLines(String key, Iterator<?> lines);

  /** Reads a file. */
  <T> T read(String key, FileReading<T> contents);

  /** Reads a file of one JSON value a line as it goes; the stream must be closed. */
  <T> Stream<T> readLines(String key, Class<T> type);
}

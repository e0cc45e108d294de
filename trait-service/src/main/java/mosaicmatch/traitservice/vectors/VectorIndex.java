package mosaicmatch.traitservice.vectors;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.pool.SeekerId;

/** Keeps a vector a person, and finds similar ones. Safe for use by many threads. */
public interface VectorIndex extends AutoCloseable {

  /** An index in memory alone. */
  static VectorIndex inMemory(int dimensions) {
    return new InMemoryVectorIndex(dimensions);
  }

  /**
   * An index in memory with a file behind it: what was put is there again after a crash.
   *
   * @throws VectorFileBrokenException if the file holds damage other than an unfinished last write
   * @throws VectorFileInUseException if another process has it open
   * @throws VectorFileUnwritableException if it can't be read or written
   */
  static VectorIndex onFile(Path file, int dimensions) {
    return FileVectorIndex.open(file, dimensions);
  }

  /**
   * Keeps a person's vector in place of any before.
   *
   * @throws VectorFileFullException if the disk is full; the one before is still there
   * @throws VectorFileUnwritableException if writing failed; the one before is still there
   */
  void put(StoredVector vector);

  /** A person's vector. */
  Optional<StoredVector> find(SeekerId id);

  /**
   * Forgets a person's vector, also on disk.
   *
   * @throws VectorFileFullException if the disk is full; the vector is still there
   * @throws VectorFileUnwritableException if writing failed; the vector is still there
   */
  void remove(SeekerId id);

  /**
   * All vectors by falling similarity (cosine) to one, ties by id: an exact search.
   *
   * @param values as many numbers as the index has dimensions, with Euclidean norm 1
   */
  Stream<Similar> mostSimilar(float[] values);

  @Override
  void close();

  /** A vector and its cosine, -1 to 1, with the one that was asked for. */
  record Similar(StoredVector vector, float score) {}
}

package mosaicmatch.traitservice.vectors;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.pool.SeekerId;

/** Vectors in memory, each change written to the file before it counts. */
final class FileVectorIndex implements VectorIndex {

  private final InMemoryVectorIndex vectors;
  private final VectorFile file;

  private FileVectorIndex(InMemoryVectorIndex vectors, VectorFile file) {
    this.vectors = vectors;
    this.file = file;
  }

  static FileVectorIndex open(Path path, int dimensions) {
    return open(path, dimensions, AppendChannel::toFile);
  }

  static FileVectorIndex open(Path path, int dimensions, AppendChannel.Opener opener) {
    InMemoryVectorIndex vectors = new InMemoryVectorIndex(dimensions);
    VectorFile file = VectorFile.open(path, dimensions, opener, vectors::put);
    if (file.wantsRewriting()) {
      file.rewrite(vectors.all());
    }
    return new FileVectorIndex(vectors, file);
  }

  @Override
  public synchronized void put(StoredVector vector) {
    vectors.check(vector.values());
    file.append(vector);
    vectors.put(vector);
  }

  /** Writes the file anew, since a person who is to be forgotten must be gone from the disk too. */
  @Override
  public synchronized void remove(SeekerId id) {
    if (vectors.find(id).isPresent()) {
      file.rewrite(vectors.all().filter(vector -> !vector.id().equals(id)));
      vectors.remove(id);
    }
  }

  @Override
  public Optional<StoredVector> find(SeekerId id) {
    return vectors.find(id);
  }

  @Override
  public Stream<Similar> mostSimilar(float[] values) {
    return vectors.mostSimilar(values);
  }

  @Override
  public synchronized void close() {
    file.close();
    vectors.close();
  }
}

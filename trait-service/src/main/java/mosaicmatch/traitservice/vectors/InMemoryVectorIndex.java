package mosaicmatch.traitservice.vectors;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import mosaicmatch.pool.SeekerId;

/** Vectors in a map, searched one by one. */
final class InMemoryVectorIndex implements VectorIndex {

  private static final Comparator<Similar> MOST_SIMILAR_FIRST =
      Comparator.comparingDouble((Similar similar) -> -similar.score())
          .thenComparing(similar -> similar.vector().id());

  private final int dimensions;
  private final Map<SeekerId, StoredVector> vectors = new ConcurrentHashMap<>();

  InMemoryVectorIndex(int dimensions) {
    this.dimensions = dimensions;
  }

  @Override
  public void put(StoredVector vector) {
    check(vector.values());
    vectors.put(vector.id(), vector);
  }

  @Override
  public Optional<StoredVector> find(SeekerId id) {
    return Optional.ofNullable(vectors.get(id));
  }

  @Override
  public void remove(SeekerId id) {
    vectors.remove(id);
  }

  @Override
  public Stream<Similar> mostSimilar(float[] values) {
    check(values);
    return vectors.values().stream()
        .map(vector -> new Similar(vector, dot(values, vector.values())))
        .sorted(MOST_SIMILAR_FIRST);
  }

  Stream<StoredVector> all() {
    return vectors.values().stream();
  }

  void check(float[] values) {
    if (values.length != dimensions) {
      throw new IllegalArgumentException(
          "a vector of this index has " + dimensions + " numbers, not " + values.length);
    }
  }

  private static float dot(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Override
  public void close() {
    vectors.clear();
  }
}

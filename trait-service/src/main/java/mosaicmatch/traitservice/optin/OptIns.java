package mosaicmatch.traitservice.optin;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.embedding.EmbeddingModel;
import mosaicmatch.traitservice.registry.Seeker;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.vectors.StoredVector;
import mosaicmatch.traitservice.vectors.TextHash;
import mosaicmatch.traitservice.vectors.VectorIndex;

/**
 * The two steps in which register and vectors change together. One person's steps follow each
 * other, by a lock of this process: an erasure leaves no vector behind, and whoever waits has one.
 */
public final class OptIns {

  private static final int STRIPES = 256;

  private final EmbeddingModel model;
  private final VectorIndex vectors;
  private final SeekerRegistry registry;
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  /** Over these three. */
  public OptIns(EmbeddingModel model, VectorIndex vectors, SeekerRegistry registry) {
    this.model = model;
    this.vectors = vectors;
    this.registry = registry;
  }

  /**
   * An opt-in.
   *
   * @param seeker the person's row
   * @param reused whether the text was the same as before, so that its embedding was kept
   */
  public record OptedIn(Seeker seeker, boolean reused) {}

  /** Embeds what is said about a person, unless it is unchanged, and puts them into the pool. */
  public OptedIn optIn(SeekerId id, String text) {
    Lock lock = locked(id);
    try {
      boolean reused = embedded(id, text);
      return new OptedIn(registry.optIn(id), reused);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a person, but for the time of their last opt-in. */
  public void erase(SeekerId id) {
    Lock lock = locked(id);
    try {
      registry.erase(id);
      vectors.remove(id);
    } finally {
      lock.unlock();
    }
  }

  private boolean embedded(SeekerId id, String text) {
    TextHash hash = TextHash.of(id, text);
    Optional<StoredVector> before = vectors.find(id);
    if (before.filter(vector -> vector.isOf(model.name(), hash)).isPresent()) {
      return true;
    }
    vectors.put(new StoredVector(id, model.name(), hash, model.embed(text)));
    return false;
  }

  private Lock locked(SeekerId id) {
    Lock lock = locks[Math.floorMod(id.hashCode(), STRIPES)];
    lock.lock();
    return lock;
  }
}

package mosaicmatch.traits;

import java.time.Instant;
import java.util.Random;
import mosaicmatch.pool.SeekerId;

class InMemorySimilarSeekersTest extends SimilarSeekersContract {

  private final InMemoryTraitService traits = new InMemoryTraitService();

  @Override
  protected SimilarSeekers index() {
    return traits;
  }

  /** Each word pulls the vector its own way. */
  @Override
  protected void optIn(String id, String text) {
    var sum = new float[8];
    for (var word : text.split(" ", -1)) {
      var direction = new Random(word.hashCode());
      for (int d = 0; d < sum.length; d++) {
        sum[d] += (float) direction.nextGaussian();
      }
    }
    traits.vector(new SeekerId(id), sum);
    traits.optIn(new SeekerId(id), Instant.parse("2026-11-22T02:00:00Z"));
  }

  @Override
  protected void optOut(String id) {
    traits.optOut(new SeekerId(id));
  }
}

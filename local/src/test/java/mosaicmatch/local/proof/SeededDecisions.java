package mosaicmatch.local.proof;

import java.util.SplittableRandom;
import mosaicmatch.proof.Decisions;

/** Decides by chance, the same way each time for one seed. */
final class SeededDecisions implements Decisions {

  private final SplittableRandom random;

  SeededDecisions(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public int pick(int options) {
    return random.nextInt(options);
  }

  @Override
  public int pickRarely(int options, int oneIn) {
    return random.nextInt(oneIn) == 0 ? random.nextInt(options) : 0;
  }
}

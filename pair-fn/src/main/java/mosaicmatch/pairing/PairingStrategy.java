package mosaicmatch.pairing;

/**
 * A way of deciding who is paired with whom. The plan depends on the set of seekers, their vectors
 * and the settings alone: the order of the input and the number of threads change nothing, not even
 * the last bit of a score.
 */
public interface PairingStrategy {

  /** Name and version, such as {@code priority-greedy/1}; kept with the plan. */
  String algorithm();

  /**
   * Pairs the seekers of a pool.
   *
   * @throws PoolUnusableException if more than half of the pool has no usable vector
   */
  Pairing pair(PairingInput input, Progress progress);
}

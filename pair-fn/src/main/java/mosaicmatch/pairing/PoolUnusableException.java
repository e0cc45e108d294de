package mosaicmatch.pairing;

/** More than half of a pool has no usable vector: rather no plan than one for the lucky rest. */
public final class PoolUnusableException extends RuntimeException {

  /** With how many of how many can't be used. */
  public PoolUnusableException(int unusable, int seekers) {
    super(
        unusable
            + " of "
            + seekers
            + " seekers have no usable vector (missing, another dimension, all zeros, or with"
            + " components that are not finite); nothing was planned");
  }
}

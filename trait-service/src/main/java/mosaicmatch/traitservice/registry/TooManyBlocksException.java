package mosaicmatch.traitservice.registry;

/** A block that finds no more room in one of the two rows. */
public final class TooManyBlocksException extends RuntimeException {
  TooManyBlocksException() {
    super("a person can block, and be blocked by, at most " + SeekerTable.MAX_BLOCKS + " others");
  }
}

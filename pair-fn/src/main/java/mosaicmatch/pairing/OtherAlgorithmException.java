package mosaicmatch.pairing;

import java.util.List;

/** A recorded plan was made by a strategy that this build does not have; it can't be compared. */
public final class OtherAlgorithmException extends RuntimeException {

  OtherAlgorithmException(String planned, List<String> ours) {
    super("the plan was made by " + planned + ", but this build has " + String.join(", ", ours));
  }
}

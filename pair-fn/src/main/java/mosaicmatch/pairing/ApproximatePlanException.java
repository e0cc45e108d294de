package mosaicmatch.pairing;

/** A recorded plan was made of what an index proposed, which is not kept: nobody can repeat it. */
public final class ApproximatePlanException extends RuntimeException {

  ApproximatePlanException(String algorithm) {
    super(
        "the plan is approximate ("
            + algorithm
            + "): it rests on what the vector index proposed then, which is not kept");
  }
}

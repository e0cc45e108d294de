package mosaicmatch.traits;

/**
 * The trait service refused a request, or answered with what its contract does not have; final: the
 * same request would fare the same.
 */
public final class UnexpectedTraitServiceAnswerException extends RuntimeException {

  /** With the request's method and path, and what was answered. */
  public UnexpectedTraitServiceAnswerException(String request, String answer) {
    super(request + " was answered with " + answer);
  }
}

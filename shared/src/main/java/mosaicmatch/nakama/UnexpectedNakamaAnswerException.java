package mosaicmatch.nakama;

/**
 * Nakama refused a request for a reason that has nothing to do with the pair, such as a wrong key
 * or a missing module, or answered with what its contract does not have. The same request would
 * fare the same until somebody sets it right, but the pair itself is sound.
 */
public final class UnexpectedNakamaAnswerException extends RuntimeException {

  /** With the call's name and what was answered. */
  public UnexpectedNakamaAnswerException(String rpc, String answer) {
    super(rpc + " was answered with " + answer);
  }
}

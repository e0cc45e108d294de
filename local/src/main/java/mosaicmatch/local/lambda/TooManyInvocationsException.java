package mosaicmatch.local.lambda;

/** As many calls of the function run as its concurrency allows. */
public final class TooManyInvocationsException extends InvocationRefusedException {

  /** Worded as Lambda does. */
  public TooManyInvocationsException() {
    super(429, "TooManyRequestsException", "Rate Exceeded.");
  }
}

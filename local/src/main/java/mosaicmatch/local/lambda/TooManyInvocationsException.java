package mosaicmatch.local.lambda;

/** As many calls of the function run as its concurrency allows. */
public final class TooManyInvocationsException extends InvocationRefusedException {

  TooManyInvocationsException() {
    super(429, "TooManyRequestsException", "Rate Exceeded.");
  }
}

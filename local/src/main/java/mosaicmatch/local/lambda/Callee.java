package mosaicmatch.local.lambda;

/** What answers the calls of one function: a handler of this process, or sandboxes of its own. */
public interface Callee {

  /**
   * Calls it and waits for its answer.
   *
   * @throws TooManyInvocationsException if it takes no more calls now
   */
  Outcome call(FunctionName as, byte[] payload);

  /**
   * Calls it as soon as it takes calls, and waits for its answer.
   *
   * @throws InterruptedException if the caller is interrupted before that
   */
  Outcome callLater(FunctionName as, byte[] payload) throws InterruptedException;
}

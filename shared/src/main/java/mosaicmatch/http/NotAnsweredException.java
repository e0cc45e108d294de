package mosaicmatch.http;

/**
 * A service gave no answer that counts: it failed, or was not called at all. May pass by itself.
 * The message is a predicate, such as {@code was answered with status 503}.
 */
public final class NotAnsweredException extends Exception {

  private final boolean called;

  private NotAnsweredException(String message, boolean called) {
    super(message);
    this.called = called;
  }

  static NotAnsweredException status(int status) {
    return new NotAnsweredException("was answered with status " + status, true);
  }

  static NotAnsweredException noAnswer(Exception cause) {
    var failure = new NotAnsweredException("got no answer", true);
    failure.initCause(cause);
    return failure;
  }

  /** For a call that was not made, or that its caller broke off. */
  static NotAnsweredException notCalled(String reason) {
    return new NotAnsweredException("was not called: " + reason, false);
  }

  /** Whether it was the service that failed. */
  boolean isFailureOfTheService() {
    return called;
  }
}

package aslengine.task;

import java.util.Optional;

/** A task failed, with the error name that Retry and Catch match against. */
public final class TaskFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final transient Optional<String> cause;

  /** An error name and, when there is more to say, a cause. */
  public TaskFailedException(String error, Optional<String> cause) {
    super(error + cause.map(c -> ": " + c).orElse(""));
    this.error = error;
    this.cause = cause;
  }

  /** The error name. */
  public String error() {
    return error;
  }

  /** The cause in words. */
  public Optional<String> cause() {
    return cause;
  }
}

package aslengine.run;

/** An API request that is refused, with the name of the error as the API reference spells it. */
public final class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  /** The error's name without the word Exception, and what went wrong. */
  public ServiceException(String error, String message) {
    super(message);
    this.error = error;
  }

  /** The error's name, such as {@code ExecutionDoesNotExist}. */
  public String error() {
    return error;
  }

  /** What went wrong. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

package mosaicmatch.local.lambda;

/** A call that reaches no function. */
public abstract sealed class InvocationRefusedException extends RuntimeException
    permits FunctionNotFoundException,
        PayloadTooLargeException,
        PayloadNotJsonException,
        TooManyInvocationsException {

  private final int status;
  private final String type;

  InvocationRefusedException(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  /** The HTTP status that Lambda answers with. */
  public int status() {
    return status;
  }

  /** Lambda's name for the error, such as {@code TooManyRequestsException}. */
  public String type() {
    return type;
  }
}

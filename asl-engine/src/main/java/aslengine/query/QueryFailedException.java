package aslengine.query;

/** An expression of a state could not be evaluated to what its field needs. */
public final class QueryFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /** The field's path and the failure in AWS's words, without the prefix that names the state. */
  public QueryFailedException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The path of the field in its state. */
  public String field() {
    return field;
  }

  /** The failure in words. */
  public String message() {
    return String.valueOf(getMessage());
  }
}

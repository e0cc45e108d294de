package aslengine.run;

/** An execution has as many events as it may have. */
final class HistoryFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HistoryFullException() {
    super(
        "The execution reached the maximum number of history events (25000).", null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

package mosaicmatch.nakama;

/** An RPC ended with an error that a repeat would not change; the caller knows what it means. */
final class RpcRefusedException extends Exception {

  private static final int NOT_FOUND = 5;
  private static final int ABORTED = 10;

  private final String rpc;
  private final int status;
  private final int code;
  private final String words;

  /** With gRPC's code and the module's message. */
  RpcRefusedException(String rpc, int status, int code, String words) {
    super(words);
    this.rpc = rpc;
    this.status = status;
    this.code = code;
    this.words = words;
  }

  /** True if somebody or something was not found, in these words. */
  boolean isNotFound(String said) {
    return status == 404 && code == NOT_FOUND && words.equals(said);
  }

  /** True if the call was aborted by what another one did, in these words. */
  boolean isConflict(String said) {
    return isConflict() && words.equals(said);
  }

  private boolean isConflict() {
    return status == 409 && code == ABORTED;
  }

  RuntimeException unexpected() {
    return isConflict()
        ? new NakamaUnavailableException(rpc + " collided with another call")
        : new UnexpectedNakamaAnswerException(rpc, "status " + status + ", code " + code);
  }
}

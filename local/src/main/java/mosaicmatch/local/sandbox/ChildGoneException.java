package mosaicmatch.local.sandbox;

/** A child has ended. */
final class ChildGoneException extends Exception {

  private final int exitCode;

  ChildGoneException(int exitCode) {
    super("the child ended with exit code " + exitCode);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}

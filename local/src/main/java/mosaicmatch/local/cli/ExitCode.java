package mosaicmatch.local.cli;

/** What the command says to the shell. */
final class ExitCode {

  /** All is well. */
  static final int OK = 0;

  /** Something is left unfinished; a redrive or a reconciliation takes it on. */
  static final int UNFINISHED = 1;

  /** A function that was called has failed. */
  static final int FUNCTION_FAILED = 1;

  /** Wrong usage, wrong setting, or a name that does not exist. */
  static final int USAGE = 2;

  /** Something around it is in the way. */
  static final int ENVIRONMENT = 3;

  private ExitCode() {}
}

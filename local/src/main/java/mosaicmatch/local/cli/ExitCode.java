package mosaicmatch.local.cli;

/** What the mosaic command tells its caller by its exit code. */
public final class ExitCode {

  /** All that was asked for is done. */
  public static final int DONE = 0;

  /**
   * A cycle left work unfinished: {@code mosaic redrive} or {@code mosaic reconcile} takes it up.
   */
  public static final int UNFINISHED = 1;

  /** The command line, a setting or an input file is wrong; nothing was touched. */
  public static final int WRONG_INPUT = 2;

  /** There is no such pair, cycle or execution. */
  public static final int NOT_FOUND = 3;

  /** Something that is needed cannot be had: a port, the home folder, disk space. */
  public static final int UNAVAILABLE = 69;

  /** A fault of this program. */
  public static final int FAULT = 70;

  private ExitCode() {}
}

package mosaicmatch.local.cli;

import java.io.PrintStream;

/** Tells whoever stops a command in the middle, such as by Ctrl-C, that nothing is lost. */
final class InterruptNotice implements AutoCloseable {

  private volatile boolean over;
  private volatile boolean elsewhere;

  InterruptNotice(PrintStream err) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(err)));
  }

  private void tell(PrintStream err) {
    if (!over) {
      err.println();
      err.println(
          elsewhere
              ? "mosaic: stopped looking; what was begun goes on"
              : "mosaic: stopped in the middle; the next ./mosaic run goes on from here");
    }
  }

  /** The command looks at a system that runs without it. */
  void goesOnElsewhere() {
    elsewhere = true;
  }

  /** The command has come to its end: nothing is to be told. */
  @Override
  public void close() {
    over = true;
  }
}

package mosaicmatch.local.cli;

import java.io.PrintStream;

/** Tells whoever stops a command in the middle, such as by Ctrl-C, that nothing is lost. */
final class InterruptNotice implements AutoCloseable {

  private volatile boolean over;

  InterruptNotice(PrintStream err) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(err)));
  }

  private void tell(PrintStream err) {
    if (!over) {
      err.println();
      err.println("mosaic: stopped in the middle; the next ./mosaic run goes on from here");
    }
  }

  /** The command has come to its end: nothing is to be told. */
  @Override
  public void close() {
    over = true;
  }
}

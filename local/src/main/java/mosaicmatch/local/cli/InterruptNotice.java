package mosaicmatch.local.cli;

import java.io.PrintStream;

/** Tells whoever stops a command in the middle, such as by Ctrl-C, that nothing is lost. */
final class InterruptNotice implements AutoCloseable {

  private volatile boolean over;

  /** Tells how to go on. */
  InterruptNotice(PrintStream err, String howToGoOn) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(err, howToGoOn)));
  }

  private void tell(PrintStream err, String howToGoOn) {
    if (!over) {
      err.println();
      err.println("mosaic: stopped in the middle; " + howToGoOn);
    }
  }

  /** The command has come to its end: nothing is to be told. */
  @Override
  public void close() {
    over = true;
  }
}

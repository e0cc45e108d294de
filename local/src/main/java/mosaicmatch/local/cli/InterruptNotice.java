package mosaicmatch.local.cli;

import java.io.PrintStream;

/** Tells whoever stops a command in the middle, such as by Ctrl-C, what that means. */
final class InterruptNotice implements AutoCloseable {

  private volatile boolean over;
  private volatile String words;

  InterruptNotice(PrintStream err, String words) {
    this.words = words;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(err)));
  }

  /** Says something else from now on. */
  void say(String otherWords) {
    words = otherWords;
  }

  private void tell(PrintStream err) {
    if (!over) {
      err.println();
      err.println("mosaic: " + words);
    }
  }

  /** The command has come to its end: nothing is to be told. */
  @Override
  public void close() {
    over = true;
  }
}

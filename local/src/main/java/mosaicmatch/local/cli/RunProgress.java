package mosaicmatch.local.cli;

import java.io.PrintWriter;
import mosaicmatch.local.cycle.ExecutionWatch;

/** Shows how far a command has come. */
final class RunProgress implements ExecutionWatch.Listener, AutoCloseable {

  private final PrintWriter out;
  private String last = "";

  RunProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void at(String step, long done, long planned) {
    if (!step.equals(last)) {
      last = step;
      out.println(step);
      out.flush();
    }
  }

  /** Ends the live line, so that what is printed next stands by itself. */
  void end() {
    out.flush();
  }

  @Override
  public void close() {
    end();
  }
}

package mosaicmatch.local.progress;

import java.io.PrintStream;
import java.time.InstantSource;

/**
 * Shows how a cycle goes on: one line drawn over and over where that is possible, plain lines
 * elsewhere. Safe for several threads. Whoever looks after the cycle calls {@link #show} as often
 * as it likes; the view decides what is worth writing.
 */
public sealed interface ProgressView extends AutoCloseable permits StepView {

  /** The view for a terminal. */
  static ProgressView on(PrintStream out, Terminal terminal, InstantSource clock) {
    return terminal.live() ? new LiveLine(out, terminal, clock) : new PlainLines(out, clock);
  }

  /** Takes note of how far a step has come; another step's name ends the step before. */
  void show(Progress progress);

  /** Writes a line that stays, such as a warning; control characters are left out. */
  void say(String line);

  /** Ends the last step and leaves the cursor on a new line. */
  @Override
  void close();
}

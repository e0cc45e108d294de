package mosaicmatch.local.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import mosaicmatch.local.cycle.ExecutionWatch;
import mosaicmatch.local.progress.Progress;
import mosaicmatch.local.progress.ProgressView;
import mosaicmatch.local.progress.Terminal;

/** Shows how far a command has come, on standard error: standard output is for what it finds. */
final class RunProgress implements ExecutionWatch.Listener, AutoCloseable {

  private final ProgressView view;

  RunProgress(PrintStream out) {
    this.view = ProgressView.on(out, Terminal.ofThisProcess(), InstantSource.system());
  }

  @Override
  public void at(String step, long done, long planned) {
    view.show(new Progress(step, unit(step), done, planned));
  }

  private static String unit(String step) {
    return switch (step) {
      case "opting in" -> "people";
      case "ProcessPairs", "undoing" -> "pairs";
      case "erasing" -> "cycles";
      case "UpdateUnmatched" -> "batches";
      case "ScoreTiles" -> "tiles";
      default -> "items";
    };
  }

  void say(String line) {
    view.say(line);
  }

  @Override
  public void close() {
    view.close();
  }
}

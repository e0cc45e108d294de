package mosaicmatch.local.cli;

import java.util.List;
import java.util.Optional;
import mosaicmatch.local.operate.CycleUndo;
import mosaicmatch.local.operate.UndoPreview;
import mosaicmatch.local.operate.UndoneCycle;
import mosaicmatch.local.operate.UndonePeople;
import mosaicmatch.local.operate.Workbench;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a wrong cycle back. */
@Command(
    name = "undo",
    description = {
      "Closes the rooms of a wrong cycle and puts the opt-ins of its pairs back into the pool.",
      "Says first what it would do, and asks. After an interruption, run it again."
    },
    mixinStandardHelpOptions = true)
final class UndoCommand extends OperatorCommand {

  private static final int TOLD = 20;

  @Parameters(paramLabel = "CYCLE", description = "The cycle's id.")
  private String cycle = "";

  @Option(names = "--preview", description = "Only say what would be done.")
  private boolean previewOnly;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  UndoCommand(LocalSettings settings) {
    super(settings);
  }

  /** What the command tells. */
  private record Told(UndoPreview preview, Optional<UndoneCycle> done) {}

  @Override
  int work(Session session, Workbench bench) throws Exception {
    var undo = new CycleUndo(bench);
    var preview = undo.preview(cycle);
    if (previewOnly || preview.isEmpty()) {
      print(new Told(preview, Optional.empty()), () -> tell(preview));
      return ExitCode.OK;
    }
    if (!yes) {
      tell(preview);
      out().flush();
      if (!Confirmation.isGiven("Undo cycle " + preview.cycleId() + "?")) {
        err().println("mosaic: nothing was undone; say --yes, or y when asked");
        return ExitCode.USAGE;
      }
    }
    var done = undo(undo, preview);
    print(new Told(preview, Optional.of(done)), () -> tell(done));
    return done.begunMeanwhile() == 0 ? ExitCode.OK : ExitCode.UNFINISHED;
  }

  private UndoneCycle undo(CycleUndo undo, UndoPreview preview) {
    try (var progress = progress()) {
      return undo.undo(cycle, through -> progress.at("undoing", through, preview.pairs()));
    }
  }

  private void tell(UndoPreview preview) {
    out().println("cycle        " + preview.cycleId());
    if (preview.isEmpty()) {
      out().println("nothing to undo; " + preview.undoneBefore() + " pairs were undone before");
      return;
    }
    out().println("to undo      " + preview.pairs() + " completed pairs: their rooms are closed");
    out().println("undone       " + preview.undoneBefore() + " pairs before");
    out().println("never begun  " + preview.neverBegun() + " pairs, which then never will be");
    tell(preview.people());
  }

  private void tell(UndonePeople people) {
    out().println("back         " + people.putBack() + " people in the pool, in their old places");
    tell("opted out    ", people.optedOut());
    tell("moved on     ", people.movedOn());
    tell("gone         ", people.gone());
  }

  private void tell(String what, List<?> people) {
    if (!people.isEmpty()) {
      out().println(what + people.size() + " stay so: " + Names.of(people, TOLD));
    }
  }

  private void tell(UndoneCycle done) {
    out().println("undone       " + done.pairs() + " pairs of cycle " + done.cycleId());
    out().println("forestalled  " + done.forestalled() + " pairs that were never begun");
    tell(done.people());
    if (done.begunMeanwhile() > 0) {
      out()
          .println(
              "not undone   "
                  + done.begunMeanwhile()
                  + " pairs that were begun meanwhile; reconcile, then undo again");
    }
  }
}

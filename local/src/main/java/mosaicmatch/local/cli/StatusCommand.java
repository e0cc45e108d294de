package mosaicmatch.local.cli;

import java.time.Instant;
import java.util.Optional;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.lock.LockState;
import mosaicmatch.record.CycleRecord;
import picocli.CommandLine.Command;

/** How things stand. */
@Command(
    name = "status",
    description = "How things stand: the lock, the last cycle, what is unfinished, the schedule.",
    mixinStandardHelpOptions = true)
final class StatusCommand extends LocalCommand {

  private static final int MANY = 1_000;

  StatusCommand(LocalSettings settings) {
    super(settings);
  }

  /** What the command tells. */
  private record Status(
      Optional<String> lockOwner,
      long fence,
      Optional<Instant> leaseUntil,
      Optional<CycleRecord> lastCycle,
      Optional<String> lastExecution,
      Optional<String> lastExecutionStatus,
      int unfinishedPairs,
      CycleSwitch schedule) {}

  @Override
  int work(Session session) throws Exception {
    var status = status(session);
    print(status, () -> tell(status));
    return status.unfinishedPairs() == 0 ? ExitCode.OK : ExitCode.UNFINISHED;
  }

  private static Status status(Session session) {
    var lock = session.stores().lock().state();
    var owner = lock.flatMap(LockState::owner);
    var execution = session.latestExecution();
    return new Status(
        owner,
        lock.map(LockState::fence).orElse(0L),
        owner.isPresent() ? lock.map(LockState::leaseUntil) : Optional.empty(),
        session.latestCycle(),
        execution.map(found -> found.arn()),
        execution.map(found -> found.describe().statusAsString()),
        session.stores().trail().incompleteEntries(MANY).size(),
        CycleSwitch.look(session));
  }

  private void tell(Status status) {
    out().println("lock        " + status.lockOwner().map(o -> "held by " + o).orElse("free"));
    out().println("last cycle  " + status.lastCycle().map(StatusCommand::inWords).orElse("none"));
    out()
        .println(
            "execution   "
                + status
                    .lastExecution()
                    .map(arn -> arn + "  " + status.lastExecutionStatus().orElse(""))
                    .orElse("none"));
    out().println("unfinished  " + status.unfinishedPairs() + " pairs");
    out().println("schedule    " + status.schedule().inWords());
  }

  private static String inWords(CycleRecord cycle) {
    return cycle.cycleId() + "  " + cycle.status().wireName() + "  " + cycle.counts();
  }
}

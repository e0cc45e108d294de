package mosaicmatch.local.cli;

import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.nakama.MatchView;
import mosaicmatch.local.nakama.Room;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.plan.PairKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One pair of a cycle. */
@Command(
    name = "pair",
    description = "One pair: its audit entry, its room, and its members' notifications.",
    mixinStandardHelpOptions = true)
final class PairCommand extends LocalCommand {

  @Parameters(paramLabel = "KEY", description = "The pair's key, such as a#b; quote it.")
  private String key = "";

  @Option(names = "--cycle", description = "The cycle's id; the latest by default.")
  private @Nullable String cycle;

  PairCommand(LocalSettings settings) {
    super(settings);
  }

  /** What the command tells; on AWS it can't look into Nakama. */
  private record Pair(
      AuditEntry entry,
      Optional<Room> room,
      Optional<Integer> notified1,
      Optional<Integer> notified2) {

    static Pair of(AuditEntry entry, Optional<MatchView> match) {
      return new Pair(
          entry,
          match.flatMap(MatchView::room),
          match.map(MatchView::notified1),
          match.map(MatchView::notified2));
    }
  }

  @Override
  int work(Session session) throws Exception {
    var record = session.cycle(Optional.ofNullable(cycle));
    var entry =
        session
            .stores()
            .trail()
            .find(record.cycleId(), new PairKey(key))
            .orElseThrow(
                () ->
                    new UnknownNameException(
                        "pair " + key + " was not begun in cycle " + record.cycleId()));
    var pair = Pair.of(entry, match(session, record.cycleId()));
    print(pair, () -> tell(pair));
    return ExitCode.OK;
  }

  private Optional<MatchView> match(Session session, CycleId cycleId) throws InterruptedException {
    var people = session.site().people();
    return people.isPresent()
        ? Optional.of(people.get().nakama().look(cycleId.value(), key))
        : Optional.empty();
  }

  private void tell(Pair pair) {
    var entry = pair.entry();
    out().println("pair           " + entry.pairKey() + " of cycle " + entry.cycleId());
    out().println("status         " + entry.status().wireName());
    out().println("score          " + entry.score());
    out().println("matched        " + entry.metadataUpdated());
    out().println("channel        " + entry.channelId().orElse("none"));
    pair.notified1().ifPresent(notified -> tellOfNakama(pair, notified));
    out().println("attempts       " + entry.attempt());
    entry.lastError().ifPresent(error -> out().println("last error     " + error));
  }

  private void tellOfNakama(Pair pair, int notified1) {
    out().println("room           " + pair.room().map(Room::toString).orElse("none"));
    out()
        .println(
            "notifications  "
                + notified1
                + " and "
                + pair.notified2().orElse(0)
                + " over all cycles");
  }
}

package mosaicmatch.local.cli;

import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
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

  /** What the command tells. */
  private record Pair(AuditEntry entry, Optional<Room> room, int notified1, int notified2) {}

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
    var nakama = session.stack().nakama();
    var pair =
        new Pair(
            entry,
            nakama.room(record.cycleId().value(), key),
            nakama.notificationsOf(entry.user1().userId().value()).size(),
            nakama.notificationsOf(entry.user2().userId().value()).size());
    print(pair, () -> tell(pair));
    return ExitCode.OK;
  }

  private void tell(Pair pair) {
    var entry = pair.entry();
    out().println("pair           " + entry.pairKey() + " of cycle " + entry.cycleId());
    out().println("status         " + entry.status().wireName());
    out().println("score          " + entry.score());
    out().println("matched        " + entry.metadataUpdated());
    out().println("channel        " + entry.channelId().orElse("none"));
    out().println("room           " + pair.room().map(Room::toString).orElse("none"));
    out()
        .println(
            "notifications  " + pair.notified1() + " and " + pair.notified2() + " over all cycles");
    out().println("attempts       " + entry.attempt());
    entry.lastError().ifPresent(error -> out().println("last error     " + error));
  }
}

package mosaicmatch.local.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.stack.LocalSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The events of an execution. */
@Command(
    name = "history",
    description = "The events of an execution; of the latest one by default.",
    mixinStandardHelpOptions = true)
final class HistoryCommand extends LocalCommand {

  @Parameters(paramLabel = "EXECUTION", arity = "0..1", description = "The execution's ARN.")
  private @Nullable String arn;

  HistoryCommand(LocalSettings settings) {
    super(settings);
  }

  /** An event, as far as the command tells it. */
  private record Event(long id, long previousId, Instant at, String type, Optional<String> state) {

    static Event of(HistoryEvent event) {
      return new Event(
          event.id(),
          event.previousEventId(),
          event.timestamp(),
          event.typeAsString(),
          stateOf(event));
    }

    private static Optional<String> stateOf(HistoryEvent event) {
      var entered = Optional.ofNullable(event.stateEnteredEventDetails()).map(d -> d.name());
      return entered.or(
          () -> Optional.ofNullable(event.stateExitedEventDetails()).map(d -> d.name()));
    }
  }

  @Override
  int work(Session session) throws Exception {
    var events = execution(session).history().stream().map(Event::of).toList();
    print(events, () -> tell(events));
    return ExitCode.OK;
  }

  private Execution execution(Session session) {
    return Optional.ofNullable(arn)
        .map(session::execution)
        .or(session::latestExecution)
        .orElseThrow(() -> new UnknownNameException("no execution yet; try: mosaic run"));
  }

  private void tell(List<Event> events) {
    events.forEach(
        event ->
            out()
                .printf(
                    "%5d  %s  %-28s %s%n",
                    event.id(), event.at(), event.type(), event.state().orElse("")));
  }
}

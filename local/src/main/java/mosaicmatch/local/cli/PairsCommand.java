package mosaicmatch.local.cli;

import java.util.Optional;
import mosaicmatch.local.stack.LocalSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The pairs of a cycle. */
@Command(
    name = "pairs",
    description = "The pairs of a cycle's plan, and how far each has come.",
    mixinStandardHelpOptions = true)
final class PairsCommand extends LocalCommand {

  @Option(names = "--cycle", description = "The cycle's id; the latest by default.")
  private @Nullable String cycle;

  PairsCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session) throws Exception {
    var rows = PairRow.of(session.cycle(Optional.ofNullable(cycle)), session.stores());
    print(rows, () -> rows.forEach(this::tell));
    return ExitCode.OK;
  }

  private void tell(PairRow row) {
    out()
        .printf(
            "%-11s  similarity %.3f  score %.3f  %s%n",
            row.status().map(status -> status.wireName()).orElse("not begun"),
            row.similarity(),
            row.score(),
            row.pairKey());
  }
}

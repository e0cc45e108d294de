package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import mosaicmatch.local.cli.MosaicRun.Said;
import mosaicmatch.proof.HostileArguments;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every command faces lines that nobody would type by mistake: it says in a few words what is
 * wrong, ends by the documented code, and has changed nothing.
 */
@Timeout(300)
class HostileCommandLinesAreExplainedTest {

  private static final int PARSED = 60;
  private static final int DONE = 3;
  private static final int MOST_LINES = 60;

  private static final List<List<String>> VALID =
      List.of(
          List.of("run", "--people", "people.jsonl", "--dry-run", "--break", "nakama:0.3@7"),
          List.of("status", "--json"),
          List.of("pairs", "--cycle", "2026-11-22T02:00:00Z", "--json"),
          List.of("pair", "person-10#person-11", "--cycle", "2026-11-22T02:00:00Z"),
          List.of("history", "arn:aws:states:us-east-1:000000000000:execution:x:y"),
          List.of("redrive", "arn:aws:states:us-east-1:000000000000:execution:x:y"),
          List.of("reconcile", "--json"),
          List.of("replay", "2026-11-22T02:00:00Z"),
          List.of("explain", "2026-11-22T02:00:00Z", "person-10"),
          List.of("undo", "2026-11-22T02:00:00Z", "--preview"),
          List.of("erase", "person-10", "--yes"),
          List.of("invoke", "OpenCycle", "-e", "events/open-cycle.json"),
          List.of("pause", "--json"),
          List.of("resume", "--json"),
          List.of("up", "--port", "0", "--traits-port", "0", "--schedule", "rate(5 minutes)"),
          List.of("reset", "--yes"),
          List.of("help", "run"));

  /** Those that only look when a line happens to be valid. */
  private static final List<String> LOOKING =
      List.of("status", "pairs", "pair", "history", "replay", "explain", "redrive");

  @TempDir private Path folder;
  private final HostileSearch search = HostileSearch.named("hostile-command-lines", getClass());

  @Test
  void everyLineIsParsedOrExplained() {
    var mosaic =
        Mosaic.commandLine(new MosaicRun(folder).settings())
            .setExecutionStrategy(HostileCommandLinesAreExplainedTest::onlyHelp);
    assertThat(VALID)
        .extracting(List::getFirst)
        .containsExactlyInAnyOrderElementsOf(mosaic.getSubcommands().keySet());
    for (var line : VALID) {
      search.search(
          line.getFirst(),
          PARSED,
          random -> HostileArguments.of(line, random),
          input -> check(parse(mosaic, input.arguments())));
    }
    searchOnARunningSystem();
    search.notices(
        "a command that shows where it failed",
        PARSED,
        random -> HostileArguments.of(VALID.getFirst(), random),
        input -> check(new Said(3, "", "mosaic: java.lang.NullPointerException\n\tat x.Y.z\n")));
    search.end();
  }

  /** As the command itself does it, up to the work. */
  private Said parse(CommandLine mosaic, List<String> arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        mosaic
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    assertThat(folder.resolve("home")).doesNotExist();
    return new Said(exitCode, out.toString(), err.toString());
  }

  private static int onlyHelp(CommandLine.ParseResult parsed) {
    CommandLine.executeHelpRequest(parsed);
    return ExitCode.OK;
  }

  private void check(Said said) {
    assertThat(said.exitCode()).as(said.err()).isBetween(ExitCode.OK, ExitCode.ENVIRONMENT);
    if (said.exitCode() != ExitCode.OK && said.exitCode() != ExitCode.UNFINISHED) {
      assertThat(search.wrongInWords(said.err())).as("standard error").isEmpty();
      assertThat(said.err().lines().count()).as(said.err()).isLessThan(MOST_LINES);
    }
  }

  private void searchOnARunningSystem() {
    var mosaic = new MosaicRun(folder);
    try (var up = new UpRun(mosaic)) {
      var file = folder.resolve("hostile.jsonl");
      for (var line : VALID) {
        if (LOOKING.contains(line.getFirst())) {
          search.search(
              line.getFirst() + " on a running system",
              DONE,
              random -> HostileArguments.of(line.subList(1, line.size()), random),
              input -> check(run(mosaic, line.getFirst(), input.arguments())));
        }
      }
      search.search(
          "run --people",
          DONE,
          random -> HostileJson.of("{\"user_id\":\"a\",\"text\":\"confidential\"}", random),
          input -> runPeople(mosaic, file, input));
      assertThat(up.end().exitCode()).isZero();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Said run(MosaicRun mosaic, String command, List<String> arguments) {
    var before = contents(mosaic.home());
    var line = new ArrayList<>(List.of(command));
    line.addAll(arguments);
    var said = mosaic.says(line.toArray(String[]::new));
    assertThat(contents(mosaic.home())).as("the home folder").isEqualTo(before);
    return said;
  }

  /** A file in which nobody is left to opt in ends before anything is begun. */
  private void runPeople(MosaicRun mosaic, Path file, HostileInput input) throws IOException {
    Files.write(file, input.bytes());
    var said = mosaic.says("run", "--dry-run", "--people", file.toString());
    check(said);
    assertThat(said.err() + said.out()).doesNotContain("confidential");
  }

  /** The lengths of all files but those of the tables, which a look may write to. */
  private static TreeMap<String, Long> contents(Path home) {
    var lengths = new TreeMap<String, Long>();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = home.relativize(file).toString();
        if (!name.startsWith("dynamodb") && !name.startsWith("logs")) {
          lengths.put(name, Files.size(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lengths;
  }

  /** Found by the search: a terminal would have obeyed. */
  @Test
  void whatATerminalWouldObeyIsNotRepeated() {
    var said = new MosaicRun(folder).says("status", "\u001b[2J\u202egnp");
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("?[2J?gnp").doesNotContain("\u001b", "\u202e");
  }
}

package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.PortTakenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ExitCodesTellWhatHappenedTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Usage: mosaic", "Exit codes:", "69");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void noCommandShowsTheHelp() {
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Usage: mosaic");
  }

  @Test
  void unknownOptionIsWrongInput() {
    assertThat(run("--nonsense")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err.toString()).contains("--nonsense");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new PortTakenException(new Place("the S3 store", 9000, "--s3-port")),
            ExitCode.UNAVAILABLE,
            "--s3-port"),
        Arguments.of(
            new FileSystemException("tables.db", null, "No space left on device"),
            ExitCode.UNAVAILABLE,
            "cannot use tables.db: No space left on device"),
        Arguments.of(
            new IllegalArgumentException("the share must be 0 to 1"),
            ExitCode.WRONG_INPUT,
            "mosaic: the share must be 0 to 1"),
        Arguments.of(
            new IllegalStateException("inner"), ExitCode.FAULT, "IllegalStateException: inner"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failureGivesItsCodeAndALineForPeople(Exception thrown, int code, String said) {
    int got =
        new CommandLine(new Failing(thrown))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler(new Failures())
            .execute();
    assertThat(got).isEqualTo(code);
    assertThat(err.toString()).startsWith("mosaic: ").contains(said);
  }

  @Test
  void homeIsAnOptionWithADefault() {
    WithOptions command = new WithOptions();
    new CommandLine(command).execute("--home", "elsewhere", "--json");
    assertThat(command.options.home()).isEqualTo(Path.of("elsewhere"));
    assertThat(command.options.json()).isTrue();
    WithOptions bare = new WithOptions();
    new CommandLine(bare).execute();
    assertThat(bare.options.json()).isFalse();
  }

  @Command(name = "with-options")
  private static final class WithOptions implements Runnable {
    @Mixin private CommonOptions options;

    @Override
    public void run() {}
  }

  @Command(name = "fails")
  private record Failing(Exception thrown) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw thrown;
    }
  }
}

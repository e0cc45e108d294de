package mosaicmatch.local.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Where the mosaic command begins. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(
        run(
            new PrintWriter(System.out, true, System.out.charset()),
            new PrintWriter(System.err, true, System.err.charset()),
            arguments));
  }

  /**
   * Runs the command.
   *
   * @return an {@link ExitCode}
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new MosaicCommand())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(new Failures())
        .execute(arguments);
  }
}

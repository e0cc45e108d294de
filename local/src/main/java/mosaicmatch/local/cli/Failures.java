package mosaicmatch.local.cli;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import mosaicmatch.local.http.PortTakenException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells people what went wrong in a line, and its kind by exit code. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    int code = code(thrown);
    err.println("mosaic: " + message(thrown));
    if (code == ExitCode.FAULT) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  private static int code(Exception thrown) {
    return switch (thrown) {
      case PortTakenException e -> ExitCode.UNAVAILABLE;
      case FileSystemException e -> ExitCode.UNAVAILABLE;
      case IllegalArgumentException e -> ExitCode.WRONG_INPUT;
      default -> ExitCode.FAULT;
    };
  }

  private static String message(Exception thrown) {
    String message = thrown.getMessage();
    return switch (thrown) {
      case FileSystemException e -> "cannot use %s: %s".formatted(e.getFile(), reason(e));
      default -> message == null ? thrown.getClass().getSimpleName() : message;
    };
  }

  private static String reason(FileSystemException thrown) {
    String reason = thrown.getReason();
    return reason == null ? thrown.getClass().getSimpleName() : reason;
  }
}

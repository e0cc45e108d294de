package mosaicmatch.local.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import mosaicmatch.local.deployed.OutputMissingException;
import mosaicmatch.local.deployed.RegionMissingException;
import mosaicmatch.local.deployed.UnknownProfileException;
import mosaicmatch.local.deployed.UnknownStackException;
import mosaicmatch.local.lambda.InvocationRefusedException;
import mosaicmatch.local.operate.RefusedOperationException;
import mosaicmatch.local.people.EmptyPeopleFileException;
import mosaicmatch.local.people.UnreadablePeopleFileException;
import mosaicmatch.local.template.BadTemplateException;
import mosaicmatch.settings.MissingSettingException;
import mosaicmatch.settings.WrongSettingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;

/** Says in one line what went wrong, and picks the exit code. */
final class ErrorMessages implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
    if (Boolean.getBoolean("mosaic.debug")) {
      e.printStackTrace(command.getErr());
    }
    command.getErr().println("mosaic: " + SafeWords.of(message(e)));
    command.getErr().flush();
    return exitCode(e);
  }

  private static String message(Throwable e) {
    return switch (e) {
      case AwsServiceException refused when refused.awsErrorDetails() != null ->
          String.valueOf(refused.awsErrorDetails().errorMessage());
      case FileSystemException file -> file.getFile() + ": " + reason(file);
      case IOException io -> "the home folder can't be read or written: " + io.getMessage();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private static int exitCode(Exception e) {
    return switch (e) {
      case UnknownNameException ignored -> ExitCode.USAGE;
      case RefusedOperationException ignored -> ExitCode.USAGE;
      case BadTemplateException ignored -> ExitCode.USAGE;
      case InvocationRefusedException ignored -> ExitCode.USAGE;
      case NotWhileUpException ignored -> ExitCode.USAGE;
      case UnknownProfileException ignored -> ExitCode.USAGE;
      case RegionMissingException ignored -> ExitCode.USAGE;
      case UnknownStackException ignored -> ExitCode.USAGE;
      case OutputMissingException ignored -> ExitCode.USAGE;
      case MissingSettingException ignored -> ExitCode.USAGE;
      case WrongSettingException ignored -> ExitCode.USAGE;
      case EmptyPeopleFileException ignored -> ExitCode.USAGE;
      case UnreadablePeopleFileException ignored -> ExitCode.USAGE;
      case IllegalArgumentException ignored -> ExitCode.USAGE;
      case ExecutionDoesNotExistException ignored -> ExitCode.USAGE;
      case ExecutionNotRedrivableException ignored -> ExitCode.USAGE;
      case InvalidArnException ignored -> ExitCode.USAGE;
      default -> ExitCode.ENVIRONMENT;
    };
  }
}

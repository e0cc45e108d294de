package mosaicmatch.local.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what would be right. */
final class UsageMessages implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    var command = e.getCommandLine();
    command.getErr().println(SafeWords.of(String.valueOf(e.getMessage())));
    if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      command.usage(command.getErr());
    }
    command.getErr().flush();
    return ExitCode.USAGE;
  }
}

package mosaicmatch.local.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the command, unless it is to work with a stack on AWS and is made for one machine. */
final class OnlyWhereItCan implements IExecutionStrategy {

  private final Whereabouts whereabouts;

  OnlyWhereItCan(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  @Override
  public int execute(ParseResult arguments) {
    var asked = arguments.hasSubcommand() ? arguments.subcommand() : arguments;
    var command = asked.commandSpec().commandLine();
    if (whereabouts.lacksProfile()) {
      throw new ParameterException(command, "--stack goes with --aws PROFILE");
    }
    if (whereabouts.isAws() && isLocalOnly(command)) {
      throw new ParameterException(
          command,
          "%s is for the system on this machine; --aws goes with: %s"
              .formatted(asked.commandSpec().name(), onAws(arguments)));
    }
    return new RunLast().execute(arguments);
  }

  private static boolean isLocalOnly(CommandLine command) {
    return switch (command.<Object>getCommand()) {
      case LocalCommand local -> !local.worksOnAws();
      case ResetCommand _, UpCommand _ -> true;
      default -> false;
    };
  }

  private static String onAws(ParseResult arguments) {
    return arguments.commandSpec().subcommands().entrySet().stream()
        .filter(entry -> entry.getValue().getCommand() instanceof LocalCommand)
        .filter(entry -> !isLocalOnly(entry.getValue()))
        .map(entry -> entry.getKey())
        .collect(Collectors.joining(", "));
  }
}

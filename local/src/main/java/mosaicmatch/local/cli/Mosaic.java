package mosaicmatch.local.cli;

import mosaicmatch.local.home.Home;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.settings.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.profiles.ProfileFile;

/** The {@code mosaic} command: the whole system on one machine. */
@Command(
    name = "mosaic",
    description = {
      "The whole of MosaicMatch on one machine: no account, no containers.",
      "With --aws PROFILE before it, a command works with a stack on AWS instead."
    },
    mixinStandardHelpOptions = true,
    version = "mosaicmatch 1.0.0-SNAPSHOT",
    subcommands = {
      RunCommand.class,
      StatusCommand.class,
      PairsCommand.class,
      PairCommand.class,
      HistoryCommand.class,
      RedriveCommand.class,
      ReconcileCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      UndoCommand.class,
      EraseCommand.class,
      InvokeCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      UpCommand.class,
      ResetCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is well.",
      "1:Something is left unfinished; redrive or reconcile takes it on. Or a replay differs,"
          + " or the invoked function failed.",
      "2:Wrong usage, wrong setting, or an unknown name.",
      "3:Something around it is in the way: a taken port, a full disk, another mosaic."
    },
    footerHeading = "%nSettings (environment variables):%n",
    footer = {
      "  MOSAIC_HOME      where everything is kept; .mosaic by default",
      "  MOSAIC_SANDBOXES how many calls of one function run at a time in JVMs of their own",
      "  MOSAIC_THRESHOLD and all other settings of the functions; see docs/architecture.md"
    })
public final class Mosaic {

  @Mixin private final Whereabouts whereabouts;

  private Mosaic(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  /** Which system a command works with. */
  Whereabouts whereabouts() {
    return whereabouts;
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    var settings = LocalSettings.of(Environment.ofProcess());
    var log = settings.home().resolve(Home.LOGS).resolve("mosaic.log");
    // Read by Log4j before its first line; everything that logs is loaded after this.
    System.setProperty("mosaic.log", log.toString());
    System.setProperty("log4j2.configurationFile", "classpath:log4j2-local.xml");
    System.exit(commandLine(settings).execute(args));
  }

  /** The command line, for a process with these settings. */
  static CommandLine commandLine(LocalSettings settings) {
    return commandLine(
        settings, new Whereabouts(ProfileFile::defaultProfileFile, Environment.ofProcess()));
  }

  /** The command line, for a process with these settings and those files of AWS's. */
  static CommandLine commandLine(LocalSettings settings, Whereabouts whereabouts) {
    return new CommandLine(new Mosaic(whereabouts), new CommandFactory(settings))
        .setExecutionStrategy(new OnlyWhereItCan(whereabouts))
        .setParameterExceptionHandler(new UsageMessages())
        .setExecutionExceptionHandler(new ErrorMessages())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}

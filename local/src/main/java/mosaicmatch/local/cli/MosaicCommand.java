package mosaicmatch.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The mosaic command; its work is in its subcommands. */
@Command(
    name = "mosaic",
    description = "Matches people who opted in, on this machine alone.",
    mixinStandardHelpOptions = true,
    version = "mosaic 1.0.0",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:A cycle left work unfinished; redrive or reconcile takes it up.",
      "2:The command line, a setting or an input file is wrong; nothing was touched.",
      "3:There is no such pair, cycle or execution.",
      "69:A port, the home folder or disk space cannot be had.",
      "70:A fault of this program."
    })
final class MosaicCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}

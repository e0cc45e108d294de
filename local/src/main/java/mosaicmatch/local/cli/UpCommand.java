package mosaicmatch.local.cli;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import mosaicmatch.local.events.Rate;
import mosaicmatch.local.events.Rule;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.nakama.Fault;
import mosaicmatch.local.stack.LocalNames;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.Ports;
import mosaicmatch.local.up.AwsConfig;
import mosaicmatch.local.up.Up;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the system up until it is told to stop. */
@Command(
    name = "up",
    description = {
      "Starts everything and keeps it up until Ctrl-C: all AWS services at one address,",
      "the trait service, the stand-in for Nakama. Other commands then work with it."
    },
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  private static final long LONGEST_END_MILLIS = 30_000;

  private final LocalSettings settings;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = Ports.AWS_SETTING,
      paramLabel = "PORT",
      defaultValue = "4566",
      description = "Port of all AWS services; ${DEFAULT-VALUE} by default, 0 for any free one.")
  private int awsPort;

  @Option(
      names = Ports.TRAITS_SETTING,
      paramLabel = "PORT",
      defaultValue = "4567",
      description = "Port of the trait service; ${DEFAULT-VALUE} by default.")
  private int traitsPort;

  @Option(
      names = Ports.NAKAMA_SETTING,
      paramLabel = "PORT",
      defaultValue = "7350",
      description = "Port of the stand-in for Nakama; ${DEFAULT-VALUE} by default.")
  private int nakamaPort;

  @Option(
      names = "--schedule",
      paramLabel = "RATE",
      converter = RateConverter.class,
      description = {
        "Let cycles start by themselves, such as \"rate(5 minutes)\".",
        "Without it they do so if they did before: see pause and resume."
      })
  private @Nullable Rate schedule;

  @Option(
      names = "--break",
      paramLabel = "FAULT",
      converter = FaultConverter.class,
      description = {
        "Let Nakama fail for a fixed share of the pairs, such as nakama:0.3,",
        "or open only so many rooms a second, such as nakama:throttle:50."
      })
  private @Nullable Fault fault;

  @Option(
      names = "--isolated",
      description = "Run each function in JVMs of its own, from its packaged jar, as Lambda does.")
  private boolean isolated;

  UpCommand(LocalSettings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws Exception {
    var at = settings.at(new Ports(awsPort, traitsPort, nakamaPort));
    var broken = fault == null ? at : at.breaking(fault);
    var chosen = isolated ? LocalCommand.isolated(broken) : broken;
    try (var up = Up.start(chosen, Optional.ofNullable(schedule), InstantSource.system())) {
      tell(up);
      waitForTheEnd();
    }
    return ExitCode.OK;
  }

  private void tell(Up up) {
    var stack = up.stack();
    var out = spec.commandLine().getOut();
    out.println("AWS services   " + stack.endpoints().aws());
    out.println("trait service  " + stack.endpoints().traits());
    out.println("Nakama         " + stack.endpoints().nakama());
    out.println(
        "credentials    profile %s in %s"
            .formatted(AwsConfig.PROFILE, stack.home().resolve(Home.AWS_CONFIG)));
    out.println("for SAM        " + stack.home().resolve(Home.SAM_ENVIRONMENT));
    stack.rules().all().forEach(rule -> out.println(inWords(rule)));
    out.println("up; Ctrl-C ends it");
    out.flush();
  }

  private static String inWords(Rule rule) {
    var what = rule.name().equals(LocalNames.CYCLE_RULE) ? "cycles         " : "reconciles     ";
    return what + (rule.enabled() ? rule.rate() : "paused; mosaic resume starts them");
  }

  /** Ctrl-C runs the shutdown hooks: ours waits until all is closed. */
  private static void waitForTheEnd() {
    var told = new CountDownLatch(1);
    var main = Thread.currentThread();
    var hook =
        new Thread(
            () -> {
              told.countDown();
              try {
                main.join(LONGEST_END_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      told.await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(hook);
      Thread.currentThread().interrupt();
    }
  }
}

package mosaicmatch.local.stack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.local.home.RunningSystem;
import mosaicmatch.local.site.Site;
import mosaicmatch.settings.Environment;

/** The system of a home folder: the one that runs there, or one that is started for a command. */
public final class LocalSites {

  private static final Duration PACE = Duration.ofMillis(150);

  private LocalSites() {}

  /**
   * Attaches to the system that runs in the home folder, or starts it.
   *
   * @throws Exception as {@link Stack#start} does
   */
  public static Site open(LocalSettings settings) throws Exception {
    var attached = attach(settings);
    return attached.isPresent() ? attached.get() : of(Stack.start(settings));
  }

  /**
   * The system that another command runs in the home folder, if one does.
   *
   * @throws IOException if the home folder can't be read
   */
  public static Optional<Site> attach(LocalSettings settings) throws IOException {
    var running = RunningSystem.find(settings.home());
    return running.isPresent() ? Optional.of(at(running.get(), settings)) : Optional.empty();
  }

  private static Site at(RunningSystem running, LocalSettings settings) throws IOException {
    var keys = LocalKeys.in(settings.home());
    var environment = new Environment(running.environment());
    return new Site(
        new AwsClients(environment, keys.owner()),
        LocalNames.all(),
        settings.home(),
        Optional.of(keys.people(endpoints(environment), true)),
        PACE,
        () -> {});
  }

  private static Endpoints endpoints(Environment environment) {
    return new Endpoints(
        url(environment, "AWS_ENDPOINT_URL"),
        url(environment, "MOSAIC_TRAIT_SERVICE_URL"),
        url(environment, "MOSAIC_NAKAMA_URL"));
  }

  private static URI url(Environment environment, String name) {
    return environment.url(name, "http://127.0.0.1:4566");
  }

  /** A system that ends with the command. */
  private static Site of(Stack stack) {
    return new Site(
        stack.aws(),
        LocalNames.all(),
        stack.home().root(),
        Optional.of(stack.people()),
        PACE,
        stack::close);
  }
}

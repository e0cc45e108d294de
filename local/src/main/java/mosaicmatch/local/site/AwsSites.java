package mosaicmatch.local.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import mosaicmatch.local.deployed.AwsProfile;
import mosaicmatch.local.deployed.DeployedStack;
import mosaicmatch.local.home.Home;

/** Stacks on AWS. */
public final class AwsSites {

  private static final Duration PACE = Duration.ofSeconds(2);

  private AwsSites() {}

  /**
   * Finds a stack; reads only.
   *
   * @throws mosaicmatch.local.deployed.UnknownStackException if there is none of that name
   */
  public static Site find(AwsProfile profile, String stack, Path home) {
    var found = DeployedStack.find(profile, stack);
    return new Site(
        found.clients(),
        found.names(),
        home.resolve(Home.AWS).resolve(stack),
        Optional.empty(),
        PACE,
        () -> {});
  }
}

package mosaicmatch.local.cli;

import java.util.function.Supplier;
import mosaicmatch.local.deployed.AwsProfile;
import mosaicmatch.local.deployed.DeployedStack;
import mosaicmatch.local.site.AwsSites;
import mosaicmatch.local.site.Site;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.LocalSites;
import mosaicmatch.settings.Environment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.profiles.ProfileFile;

/** Which system a command works with: that of the home folder, or one on AWS. */
final class Whereabouts {

  private final Supplier<ProfileFile> profiles;
  private final Environment process;

  @Option(
      names = "--aws",
      paramLabel = "PROFILE",
      description = "Work with a deployed stack, by this profile of the AWS configuration files.")
  private @Nullable String profile;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "With --aws: the stack's name; " + DeployedStack.USUAL_NAME + " by default.")
  private @Nullable String stack;

  Whereabouts(Supplier<ProfileFile> profiles, Environment process) {
    this.profiles = profiles;
    this.process = process;
  }

  boolean isAws() {
    return profile != null;
  }

  /** Whether a stack is named, but not the profile that it belongs to. */
  boolean lacksProfile() {
    return stack != null && profile == null;
  }

  /** Finds the system, or starts it. */
  Site open(LocalSettings settings) throws Exception {
    return profile == null
        ? LocalSites.open(settings)
        : AwsSites.find(
            AwsProfile.find(profiles.get(), profile, process),
            stack == null ? DeployedStack.USUAL_NAME : stack,
            settings.home());
  }
}

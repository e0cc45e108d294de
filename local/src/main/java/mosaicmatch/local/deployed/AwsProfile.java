package mosaicmatch.local.deployed;

import java.util.TreeMap;
import mosaicmatch.aws.Identity;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * A profile of AWS's configuration files.
 *
 * @param identity as whom it calls
 * @param region where its stacks are
 */
public record AwsProfile(Identity identity, String region) {

  /**
   * Finds a profile.
   *
   * @param files AWS's configuration files
   * @param process variables that stand in for what the profile does not say
   * @throws UnknownProfileException if there is none of that name
   * @throws RegionMissingException if nothing says which region
   */
  public static AwsProfile find(ProfileFile files, String name, Environment process) {
    var profile =
        files
            .profile(name)
            .orElseThrow(
                () -> new UnknownProfileException(name, new TreeMap<>(files.profiles()).keySet()));
    var region =
        profile
            .property(ProfileProperty.REGION)
            .or(() -> process.find("AWS_REGION"))
            .or(() -> process.find("AWS_DEFAULT_REGION"))
            .orElseThrow(() -> new RegionMissingException(name));
    return new AwsProfile(Identity.profile(files, name), region);
  }
}

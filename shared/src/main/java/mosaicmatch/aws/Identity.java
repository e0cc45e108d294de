package mosaicmatch.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;

/** As whom AWS clients call. */
@FunctionalInterface
public interface Identity {

  /** Sets up a client to call so. */
  void applyTo(AwsClientBuilder<?, ?> client, ClientOverrideConfiguration.Builder overrides);

  /** Whoever the SDK's default chain finds: on Lambda, the function's role. */
  static Identity usual() {
    return (client, overrides) -> {};
  }

  /** The holder of a key that does not expire. */
  static Identity key(String accessKeyId, String secretAccessKey) {
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    return (client, overrides) -> client.credentialsProvider(credentials);
  }

  /**
   * A profile of the AWS configuration files, whatever else the process has: its credentials, its
   * {@code endpoint_url}, its other settings.
   */
  static Identity profile(ProfileFile files, String name) {
    var credentials =
        ProfileCredentialsProvider.builder().profileFile(files).profileName(name).build();
    return (client, overrides) -> {
      client.credentialsProvider(credentials);
      overrides.defaultProfileFile(files).defaultProfileName(name);
    };
  }
}

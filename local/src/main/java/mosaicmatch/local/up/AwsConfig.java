package mosaicmatch.local.up;

import java.net.URI;
import mosaicmatch.local.gate.CallerKey;
import mosaicmatch.local.stack.Endpoints;

/** The local AWS services as a profile of AWS's configuration file. */
public final class AwsConfig {

  /** The profile's name. */
  public static final String PROFILE = "mosaic";

  private AwsConfig() {}

  /** The file. */
  static String text(URI aws, CallerKey key) {
    return """
    [profile %s]
    region = %s
    endpoint_url = %s
    aws_access_key_id = %s
    aws_secret_access_key = %s
    """
        .formatted(PROFILE, Endpoints.REGION, aws, key.accessKeyId(), key.secretAccessKey());
  }
}

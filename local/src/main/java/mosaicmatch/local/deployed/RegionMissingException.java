package mosaicmatch.local.deployed;

/** Neither profile nor environment says which region. */
public final class RegionMissingException extends RuntimeException {

  RegionMissingException(String profile) {
    super(
        "AWS profile %s has no region; write region = eu-west-1, or yours, into it, or set AWS_REGION"
            .formatted(profile));
  }
}

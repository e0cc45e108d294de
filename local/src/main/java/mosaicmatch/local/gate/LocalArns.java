package mosaicmatch.local.gate;

/** ARNs of the local account and region. */
final class LocalArns {

  private static final String REGION_AND_ACCOUNT = ":us-east-1:000000000000:";

  private LocalArns() {}

  static String of(String service, String resource) {
    return "arn:aws:" + service + REGION_AND_ACCOUNT + resource;
  }
}

package mosaicmatch.local.template;

import java.util.Map;
import java.util.Optional;

/** The account of the local system, as pseudo parameters tell it. */
public final class LocalAccount {

  static final String REGION = "us-east-1";
  static final String ACCOUNT = "000000000000";

  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region",
          REGION,
          "AWS::AccountId",
          ACCOUNT,
          "AWS::Partition",
          "aws",
          "AWS::URLSuffix",
          "amazonaws.com",
          "AWS::StackName",
          "mosaicmatch",
          "AWS::StackId",
          arn("cloudformation", "stack/mosaicmatch/local"));

  private LocalAccount() {}

  static Optional<String> pseudoParameter(String name) {
    return Optional.ofNullable(PSEUDO_PARAMETERS.get(name));
  }

  /** The ARN of something in this region and account. */
  public static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }
}

package mosaicmatch.local.secrets;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ARNs of secrets: the name, a dash and six characters that are the same for a name always. */
public final class SecretArn {

  private static final String ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:";
  private static final int SUFFIX = 6;

  private SecretArn() {}

  /** The ARN of the secret of that name. */
  public static String of(String name) {
    return ARN + name + "-" + version(name).substring(0, SUFFIX);
  }

  /** The name of the secret that is asked for, by name or by ARN. */
  public static String name(String nameOrArn) {
    return nameOrArn.startsWith(ARN)
        ? nameOrArn.substring(ARN.length()).replaceFirst("-[a-zA-Z0-9]{6}$", "")
        : nameOrArn;
  }

  static String version(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}

package mosaicmatch.local.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The access key id that the AWS-like endpoints ask for, so that loopback does not open them to
 * everybody on the machine. The id stands in the Authorization header of every signed request; it
 * is random and is treated as a secret here. Signatures are not checked.
 *
 * @param id the id, as clients put it into their credentials
 */
public record AccessKey(String id) {

  private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/");

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it is shorter than 16 characters
   */
  public AccessKey {
    if (id.length() < 16) {
      throw new IllegalArgumentException("an access key id has at least 16 characters");
    }
  }

  /** Whether the caller has this key. */
  public boolean opens(Call call) {
    return opens(call.header("authorization"));
  }

  /** Whether an Authorization header field has this key. */
  public boolean opens(Optional<String> authorization) {
    return authorization
        .map(CREDENTIAL::matcher)
        .filter(Matcher::find)
        .filter(found -> isHeldBy(found.group(1)))
        .isPresent();
  }

  /** An Authorization header field with this key in place of its own; its signature is void. */
  public String inPlaceOf(String authorization) {
    return CREDENTIAL.matcher(authorization).replaceFirst("Credential=" + id + "/");
  }

  /** Whether this is the key that somebody shows. */
  public boolean isHeldBy(String presented) {
    return MessageDigest.isEqual(
        presented.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "AccessKey[hidden]";
  }
}

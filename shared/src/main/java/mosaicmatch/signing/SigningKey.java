package mosaicmatch.signing;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key shared by a caller and a service.
 *
 * @param keyid the name that signatures carry: 1 to 64 letters, digits, {@code . _ -}
 * @param secret 32 to 512 printable ASCII characters; its UTF-8 bytes are the HMAC key
 * @param scopes what a request signed with this key may do, such as {@code match}
 */
public record SigningKey(String keyid, String secret, Set<String> scopes) {

  private static final Pattern KEYID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern SECRET = Pattern.compile("[\\x20-\\x7e]{32,512}");

  /**
   * Checks both texts.
   *
   * @throws IllegalArgumentException if one of them is out of its range; the secret is not quoted
   */
  public SigningKey {
    if (!KEYID.matcher(keyid).matches()) {
      throw new IllegalArgumentException(
          "keyid must be 1 to 64 letters, digits or . _ -, such as batch-1");
    }
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "secret of key " + keyid + " must be 32 to 512 printable ASCII characters");
    }
    scopes = Set.copyOf(scopes);
  }

  byte[] secretBytes() {
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  /** The name and scopes; never the secret. */
  @Override
  public String toString() {
    return "SigningKey[keyid=" + keyid + ", scopes=" + scopes + "]";
  }
}

package mosaicmatch.local.fault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the system that fails for a fixed share of what it is asked: the same keys every time,
 * chosen by hash of key and seed.
 *
 * @param target what fails: {@code nakama} or {@code traits}
 * @param share how much of it, 0 to 1
 * @param seed what else chooses the keys
 */
public record Fault(String target, double share, long seed) {

  private static final Pattern FORM =
      Pattern.compile("(nakama|traits):(\\d*\\.?\\d+)(?:@(\\d{1,18}))?");

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the share is not within 0 to 1
   */
  public Fault {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("the share that fails must be 0 to 1, not " + share);
    }
  }

  /** No fault at all. */
  public static Fault none() {
    return new Fault("nothing", 0, 0);
  }

  /**
   * A fault as people write it: {@code nakama:0.3}, or {@code traits:0.1@42} with a seed.
   *
   * @throws IllegalArgumentException if it is not written so
   */
  public static Fault parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a fault is nakama:SHARE or traits:SHARE, with @SEED if you like, such as nakama:0.3; not"
              + " '"
              + text
              + "'");
    }
    long seed = form.group(3) == null ? 0 : Long.parseLong(form.group(3));
    return new Fault(form.group(1), Double.parseDouble(form.group(2)), seed);
  }

  /** This fault if it is about the target, else none. */
  public Fault on(String wanted) {
    return target.equals(wanted) ? this : none();
  }

  /** Whether what belongs to this key fails. */
  public boolean strikes(String key) {
    return share > 0 && fraction(key) < share;
  }

  private double fraction(String key) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
    byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
    return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package mosaicmatch.local.nakama;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An outage of a fixed share of the pairs: which ones is decided by a hash of pair key and seed, so
 * that a retry of a pair meets the same answer for as long as the fault is set. Or a server that
 * opens only so many rooms a second.
 *
 * @param share how many of the pairs fail, 0 (none) to 1 (all)
 * @param seed what else, beside the pair key, chooses them
 * @param openingsPerSecond how many openings are let in each second, if they are counted
 */
public record Fault(double share, long seed, OptionalInt openingsPerSecond) {

  private static final Pattern FORM = Pattern.compile("nakama:(\\d*\\.?\\d+)(?:@(\\d{1,18}))?");
  private static final Pattern THROTTLE = Pattern.compile("nakama:throttle:([1-9]\\d{0,5})");

  /**
   * Checks the share.
   *
   * @throws IllegalArgumentException if it is not within 0 to 1
   */
  public Fault {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the share of pairs that fail must be 0 to 1, such as 0.3, not " + share);
    }
  }

  /** No outage. */
  public static Fault none() {
    return new Fault(0, 0, OptionalInt.empty());
  }

  /**
   * A fault as people write it: {@code nakama:0.3}, or {@code nakama:0.3@42} with a seed; or {@code
   * nakama:throttle:50} for 50 openings a second.
   *
   * @throws IllegalArgumentException if it is not written so, or the share is not within 0 to 1
   */
  public static Fault parse(String text) {
    Matcher throttle = THROTTLE.matcher(text);
    if (throttle.matches()) {
      return new Fault(0, 0, OptionalInt.of(Integer.parseInt(throttle.group(1))));
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a fault of Nakama is written nakama:SHARE, nakama:SHARE@SEED or"
              + " nakama:throttle:PER_SECOND, such as nakama:0.3; not"
              + " '"
              + text
              + "'");
    }
    long seed = form.group(2) == null ? 0 : Long.parseLong(form.group(2));
    return new Fault(Double.parseDouble(form.group(1)), seed, OptionalInt.empty());
  }

  /** Whether this pair fails. */
  public boolean strikes(String pairKey) {
    return fraction(pairKey) < share;
  }

  private double fraction(String pairKey) {
    byte[] hash = Hash.of("fault", Long.toString(seed), pairKey);
    return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
  }
}

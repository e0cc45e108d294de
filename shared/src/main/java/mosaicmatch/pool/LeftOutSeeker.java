package mosaicmatch.pool;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * A seeker who waited when a pool was read and is not in it; one line of the file beside the pool.
 *
 * @param userId who
 * @param optedInAt the opt-in they waited with
 * @param reason why they are not in it
 */
public record LeftOutSeeker(SeekerId userId, Instant optedInAt, Reason reason) {

  /** Why somebody who waits is not in a pool. */
  public enum Reason {
    /** They are in a pair that is under way. */
    LIVE_CLAIM,
    /** Their opt-in led to a match before. */
    CONSUMED,
    /** The pool was full of people who had waited longer. */
    OVER_LIMIT;

    /** The reason on the wire, in lower case. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

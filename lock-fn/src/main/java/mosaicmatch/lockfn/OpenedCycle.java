package mosaicmatch.lockfn;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import mosaicmatch.cycle.Cycle;

/**
 * How opening a cycle ended.
 *
 * @param status whether the cycle runs
 * @param cycle the cycle; its fence is 0 unless it was opened
 * @param leaseUntil when the lock's lease ends, if it was taken
 */
public record OpenedCycle(Status status, Cycle cycle, Optional<Instant> leaseUntil) {

  /** Whether the cycle runs. */
  public enum Status {
    /** This execution runs the cycle. */
    OPENED,
    /** Another execution holds the lock. */
    BUSY,
    /** This cycle, or a later one, was opened before. */
    ALREADY_RUN;

    /** The status on the wire, in lower case. */
    @JsonValue
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

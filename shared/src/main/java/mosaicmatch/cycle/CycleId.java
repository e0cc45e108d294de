package mosaicmatch.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * A cycle's id: a UTC instant to the second, written in fixed width, such as {@code
 * 2026-11-22T02:00:00Z}, so that the order of the texts is the order of the cycles.
 *
 * @param value the text, twenty characters
 */
public record CycleId(@JsonValue String value) implements Comparable<CycleId> {

  private static final int WIDTH = 20;

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is no UTC instant in fixed width
   */
  @JsonCreator
  public CycleId {
    if (value.length() != WIDTH || !value.equals(parse(value).toString())) {
      throw new IllegalArgumentException(
          "cycle id must look like 2026-11-22T02:00:00Z, not '" + value + "'");
    }
  }

  /** The id of the cycle that a scheduled event starts: its time, cut to the minute. */
  public static CycleId ofSchedule(Instant eventTime) {
    return new CycleId(eventTime.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  /** The id of a cycle started by hand: its start, cut to the second. */
  public static CycleId ofManualStart(Instant startTime) {
    return new CycleId(startTime.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static Instant parse(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  @Override
  public int compareTo(CycleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

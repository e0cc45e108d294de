package mosaicmatch.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * A cycle's id: a UTC instant to the second in fixed width, such as {@code 2026-11-22T02:00:00Z},
 * so that the order of the texts is the order of the cycles. Dry runs have an id space of their
 * own, {@code dry-2026-11-22T02:00:13Z}: no real cycle can adopt what a dry run planned.
 *
 * @param value the text
 */
public record CycleId(@JsonValue String value) implements Comparable<CycleId> {

  private static final String DRY = "dry-";
  private static final int WIDTH = 20;

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is no UTC instant in fixed width
   */
  @JsonCreator
  public CycleId {
    var time = value.startsWith(DRY) ? value.substring(DRY.length()) : value;
    if (time.length() != WIDTH || !time.equals(canonical(time))) {
      throw new IllegalArgumentException(
          "cycle_id must look like 2026-11-22T02:00:00Z, not '" + value + "'");
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

  /** The id of a dry run: its start, cut to the second, in the id space of dry runs. */
  public static CycleId ofDryRun(Instant startTime) {
    return new CycleId(DRY + ofManualStart(startTime));
  }

  /** The instant that the id names. */
  public Instant time() {
    return Instant.parse(isDryRun() ? value.substring(DRY.length()) : value);
  }

  /** True for the id of a dry run. */
  @JsonIgnore
  public boolean isDryRun() {
    return value.startsWith(DRY);
  }

  private static String canonical(String time) {
    try {
      return Instant.parse(time).toString();
    } catch (DateTimeParseException e) {
      return "";
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

package mosaicmatch.local.events;

import java.time.Instant;

/**
 * A rule that fires at a rate while it is enabled.
 *
 * @param name its name
 * @param rate how often
 * @param enabled whether it fires at all
 * @param next when it fires next, if it is enabled then
 */
public record Rule(String name, Rate rate, boolean enabled, Instant next) {

  /** A rule whose first period begins now. */
  static Rule from(Instant now, String name, Rate rate, boolean enabled) {
    return new Rule(name, rate, enabled, now.plus(rate.period()));
  }

  /** The same, enabled or not; to be enabled begins a new period. */
  Rule turned(boolean on, Instant now) {
    return on == enabled ? this : from(now, name, rate, on);
  }

  boolean isDue(Instant now) {
    return enabled && !next.isAfter(now);
  }

  /** The same after it has fired: what was missed in between is not made up for. */
  Rule fired(Instant now) {
    var later = next.plus(rate.period());
    return new Rule(name, rate, enabled, later.isAfter(now) ? later : now.plus(rate.period()));
  }

  String state() {
    return enabled ? "ENABLED" : "DISABLED";
  }

  /** Its ARN. */
  String arn() {
    return "arn:aws:events:us-east-1:000000000000:rule/" + name;
  }
}

package mosaicmatch.local.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.claim.Claims;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.traits.SeekerCorrections;
import mosaicmatch.traits.Standing;

/**
 * Why somebody was not in a pool: as was recorded with the pool if they waited then, else from how
 * they stand now.
 */
final class Absence {

  private static final int MANY = 100_000;

  private final SeekerCorrections register;
  private final Claims claims;
  private final AuditTrail trail;

  Absence(SeekerCorrections register, Claims claims, AuditTrail trail) {
    this.register = register;
    this.claims = claims;
    this.trail = trail;
  }

  /** In plain words, of somebody who waited and was left out. */
  static List<String> recorded(LeftOutSeeker left, Instant clock) {
    return List.of(
        "They waited since "
            + left.optedInAt()
            + ", but were not in the pool, which was read at "
            + clock
            + ".",
        switch (left.reason()) {
          case LIVE_CLAIM -> "A pair that was under way held them then.";
          case CONSUMED -> "That opt-in had led to a match already; they must opt in anew.";
          case OVER_LIMIT ->
              "The pool was full: others had waited longer (setting MOSAIC_MAX_SEEKERS)."
                  + " They go on waiting.";
        });
  }

  /**
   * In plain words, as things stand now.
   *
   * @param clock when the cycle read its pool
   * @throws NobodyKnownException if nothing is known of the person
   */
  List<String> sentences(CycleRecord cycle, Instant clock, SeekerId person) {
    var standing = register.standing(person);
    var claim = claims.find(List.of(person)).stream().findFirst();
    if (standing.status().equals("none") && claim.isEmpty()) {
      throw new NobodyKnownException(person, "to cycle " + cycle.cycleId() + " or to the register");
    }
    return List.of(
        "They were not in the pool, which was read at " + clock + ".", why(cycle, clock, standing));
  }

  private String why(CycleRecord cycle, Instant clock, Standing standing) {
    if (standing.isUnknown()) {
      return "They have been erased since, or never opted in.";
    }
    var optedInAt = standing.optedInAt().orElse(Instant.EPOCH);
    if (optedInAt.isAfter(clock)) {
      return "Their present opt-in, of " + optedInAt + ", is later than that.";
    }
    return switch (standing.status()) {
      case "matched" -> matched(standing);
      case "opted_out" -> "They opted in at " + optedInAt + " and have opted out.";
      default -> waiting(cycle, standing, optedInAt);
    };
  }

  private static String matched(Standing standing) {
    return standing
        .match()
        .map(
            match ->
                "Their opt-in is matched, by pair "
                    + match.pairKey()
                    + " of cycle "
                    + match.cycleId()
                    + ", at "
                    + match.matchedAt()
                    + ".")
        .orElse("Their opt-in is matched with somebody who has been erased since.");
  }

  private String waiting(CycleRecord cycle, Standing standing, Instant optedInAt) {
    var held = heldBy(standing.userId());
    if (held.isPresent()) {
      return "Pair "
          + held.get().pairKey()
          + " of cycle "
          + held.get().cycleId()
          + " is unfinished and holds them.";
    }
    var optIn = new OptIn(standing.userId(), optedInAt);
    if (claims.find(List.of(standing.userId())).stream().anyMatch(c -> !c.leavesFree(optIn))) {
      return "Their opt-in has led to a match already; they must opt in anew.";
    }
    return cycle.counts().getOrDefault("left_out_over_limit", 0L) > 0
        ? "The pool was full: others had waited longer."
        : "They wait since "
            + optedInAt
            + ", so they were held by a pair at that time, or the index of those who wait lagged.";
  }

  private Optional<AuditEntry> heldBy(SeekerId person) {
    return trail.incompleteEntries(MANY).stream()
        .filter(entry -> entry.members().stream().anyMatch(m -> m.userId().equals(person)))
        .findFirst();
  }
}

package mosaicmatch.traitservice.registry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mosaicmatch.pool.SeekerId;

/**
 * How a person's row may change, as pure functions of the row. Each store makes these steps atomic;
 * a step that has nothing to change gives back the very row it was given.
 */
final class SeekerRules {

  /** More given-up pairs of one opt-in than this, and the oldest cycle's are forgotten. */
  static final int MAX_VOIDED = 500;

  private SeekerRules() {}

  /**
   * A new opt-in later than any before, whatever the clock says; someone who waits keeps theirs.
   */
  static Seeker optedIn(Seeker row, long now, long metSince) {
    if (row.status() == SeekerStatus.WAITING) {
      return row;
    }
    Map<SeekerId, Long> met = new HashMap<>(row.met());
    met.values().removeIf(at -> at <= metSince);
    return Seeker.fresh(row, SeekerStatus.WAITING, Math.max(now, row.optedInAt() + 1))
        .withBlocks(row.blocks(), row.blockedBy())
        .withMet(met);
  }

  /** Out of the pool. Whoever is matched stays matched, and is out if that match is given up. */
  static Seeker optedOut(Seeker row) {
    return switch (row.status()) {
      case WAITING -> row.withStanding(SeekerStatus.OPTED_OUT, Optional.empty(), false);
      case MATCHED -> row.withStanding(SeekerStatus.MATCHED, row.match(), true);
      case NONE, OPTED_OUT, ERASED -> row;
    };
  }

  /** Nothing is left but the id and the opt-in's time, so that a later opt-in is newer. */
  static Seeker erased(Seeker row) {
    return row.equals(Seeker.unknown(row.id()))
        ? row
        : Seeker.fresh(row, SeekerStatus.ERASED, row.optedInAt());
  }

  /** Why this match is refused; empty if it may be made, or has been. */
  static Optional<MatchRefusal> refusal(Seeker row, Proposal proposal, long metSince) {
    if (row.optedInAt() < proposal.optedInAt()) {
      return Optional.of(MatchRefusal.UNKNOWN);
    }
    return switch (row.status()) {
      case NONE -> Optional.of(MatchRefusal.UNKNOWN);
      case OPTED_OUT, ERASED -> Optional.of(MatchRefusal.OPTED_OUT);
      case MATCHED, WAITING -> refusalOfOptIn(row, proposal, metSince);
    };
  }

  private static Optional<MatchRefusal> refusalOfOptIn(
      Seeker row, Proposal proposal, long metSince) {
    if (row.optedInAt() > proposal.optedInAt()) {
      return Optional.of(MatchRefusal.NEWER_OPT_IN);
    }
    if (row.isMatchedBy(proposal.pair())) {
      return Optional.empty();
    }
    if (row.voided().contains(proposal.pair().text())) {
      return Optional.of(MatchRefusal.VOIDED);
    }
    if (row.status() == SeekerStatus.MATCHED) {
      return Optional.of(MatchRefusal.MATCHED_ELSEWHERE);
    }
    return row.excludedSince(metSince).contains(proposal.partner())
        ? Optional.of(MatchRefusal.EXCLUDED)
        : Optional.empty();
  }

  /** The match made; only for a row that does not refuse it. A repeated one changes nothing. */
  static Seeker matched(Seeker row, Proposal proposal, long now) {
    if (row.isMatchedBy(proposal.pair())) {
      return row;
    }
    Map<SeekerId, Long> met = new HashMap<>(row.met());
    met.put(proposal.partner(), now);
    Match match = new Match(proposal.pair(), proposal.partner(), now);
    return row.withStanding(SeekerStatus.MATCHED, Optional.of(match), false).withMet(met);
  }

  /** Counts a missed cycle: same opt-in, still waiting, and a newer cycle than those counted. */
  static Seeker missed(Seeker row, Missed missed) {
    boolean counts =
        row.status() == SeekerStatus.WAITING
            && row.optedInAt() == missed.optedInAt()
            && row.lastMissedCycle().filter(last -> last.compareTo(missed.cycle()) >= 0).isEmpty();
    return counts ? row.withMissed(row.missedCycles() + 1, missed.cycle()) : row;
  }

  /** This pair given up for good: a match by it is undone, and it is refused from now on. */
  static Seeker voided(Seeker row, Proposal proposal) {
    boolean current =
        row.optedInAt() == proposal.optedInAt()
            && (row.status() == SeekerStatus.WAITING || row.status() == SeekerStatus.MATCHED);
    if (!current || row.voided().contains(proposal.pair().text())) {
      return row;
    }
    Seeker refusing = row.withVoided(withOneMore(row.voided(), proposal.pair().text()));
    return row.isMatchedBy(proposal.pair()) ? unmatched(refusing, proposal.partner()) : refusing;
  }

  /**
   * A completed match taken back: this pair's opt-in, which stays consumed, is followed by one a
   * millisecond later. A late attempt that finds the room closed may have voided the match already:
   * then the row waits by the consumed opt-in, and is moved on all the same.
   */
  static Seeker undone(Seeker row, Proposal proposal) {
    boolean isVoided =
        row.status() == SeekerStatus.WAITING && row.voided().contains(proposal.pair().text());
    boolean isOurs = row.isMatchedBy(proposal.pair()) || isVoided;
    return isOurs && row.optedInAt() == proposal.optedInAt()
        ? voided(row, proposal).withOptedInAt(row.optedInAt() + 1)
        : row;
  }

  /** What an undoing left, or found: where the person stands after it. */
  static Undoing undoing(Seeker row, Proposal proposal) {
    boolean isBack =
        row.optedInAt() == proposal.optedInAt() + 1
            && row.voided().contains(proposal.pair().text());
    return switch (row.status()) {
      case NONE, ERASED -> Undoing.GONE;
      case WAITING -> isBack ? Undoing.PUT_BACK : Undoing.MOVED_ON;
      case MATCHED -> Undoing.MOVED_ON;
      case OPTED_OUT -> Undoing.OPTED_OUT;
    };
  }

  /** Nothing is left that names a person who is erased, but a block: that is this one's own. */
  static Seeker forgetting(Seeker row, SeekerId erased) {
    Map<SeekerId, Long> met = new HashMap<>(row.met());
    met.remove(erased);
    Set<String> voided = new HashSet<>(row.voided());
    voided.removeIf(pair -> Match.PairId.names(pair, erased));
    Optional<Match> match = row.match().filter(found -> !found.partner().equals(erased));
    return row.withMet(met).withVoided(voided).withStanding(row.status(), match, row.leaving());
  }

  private static Seeker unmatched(Seeker row, SeekerId partner) {
    Map<SeekerId, Long> met = new HashMap<>(row.met());
    met.remove(partner);
    SeekerStatus status = row.leaving() ? SeekerStatus.OPTED_OUT : SeekerStatus.WAITING;
    return row.withStanding(status, Optional.empty(), false).withMet(met);
  }

  private static Set<String> withOneMore(Set<String> before, String pair) {
    TreeSet<String> voided = new TreeSet<>(before);
    voided.add(pair);
    while (voided.size() > MAX_VOIDED) {
      voided.pollFirst();
    }
    return voided;
  }

  static Seeker blocking(Seeker row, SeekerId other) {
    return row.withBlocks(plus(row.blocks(), other), row.blockedBy());
  }

  static Seeker blockedBy(Seeker row, SeekerId other) {
    return row.withBlocks(row.blocks(), plus(row.blockedBy(), other));
  }

  static Seeker notBlocking(Seeker row, SeekerId other) {
    return row.withBlocks(minus(row.blocks(), other), row.blockedBy());
  }

  static Seeker notBlockedBy(Seeker row, SeekerId other) {
    return row.withBlocks(row.blocks(), minus(row.blockedBy(), other));
  }

  private static Set<SeekerId> plus(Set<SeekerId> ids, SeekerId one) {
    Set<SeekerId> more = new HashSet<>(ids);
    more.add(one);
    return more;
  }

  private static Set<SeekerId> minus(Set<SeekerId> ids, SeekerId one) {
    Set<SeekerId> fewer = new HashSet<>(ids);
    fewer.remove(one);
    return fewer;
  }
}

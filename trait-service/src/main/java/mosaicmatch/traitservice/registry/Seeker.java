package mosaicmatch.traitservice.registry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mosaicmatch.cycle.CycleId;

/**
 * What the register knows of a person.
 *
 * @param id who
 * @param status where they stand
 * @param optedInAt their newest opt-in, epoch milliseconds; 0 when there was none. It only grows
 * @param missedCycles cycles that left this opt-in unmatched
 * @param lastMissedCycle the newest of these
 * @param match the match this opt-in led to
 * @param leaving whether they opted out after the match: if it is given up, they are out
 * @param blocks whom they blocked
 * @param blockedBy who blocked them
 * @param met whom they were matched with, and when (epoch milliseconds)
 * @param voided pairs of this opt-in that were given up, as {@link Match.PairId#text()}
 * @param revision counts the writes; 0 when there was none
 */
public record Seeker(
    SeekerId id,
    SeekerStatus status,
    long optedInAt,
    int missedCycles,
    Optional<CycleId> lastMissedCycle,
    Optional<Match> match,
    boolean leaving,
    Set<SeekerId> blocks,
    Set<SeekerId> blockedBy,
    Map<SeekerId, Long> met,
    Set<String> voided,
    long revision) {

  /** Copies the collections. */
  public Seeker {
    blocks = Set.copyOf(blocks);
    blockedBy = Set.copyOf(blockedBy);
    met = Map.copyOf(met);
    voided = Set.copyOf(voided);
  }

  /** A person of whom nothing is known. */
  static Seeker unknown(SeekerId id) {
    return new Seeker(
        id,
        SeekerStatus.NONE,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Set.of(),
        Set.of(),
        Map.of(),
        Set.of(),
        0);
  }

  /** The same person, with nothing else known than this standing. */
  static Seeker fresh(Seeker row, SeekerStatus status, long optedInAt) {
    return new Seeker(
        row.id,
        status,
        optedInAt,
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Set.of(),
        Set.of(),
        Map.of(),
        Set.of(),
        row.revision);
  }

  Seeker withStanding(SeekerStatus status, Optional<Match> match, boolean leaving) {
    return new Seeker(
        id,
        status,
        optedInAt,
        missedCycles,
        lastMissedCycle,
        match,
        leaving,
        blocks,
        blockedBy,
        met,
        voided,
        revision);
  }

  Seeker withMissed(int missedCycles, CycleId newest) {
    return new Seeker(
        id,
        status,
        optedInAt,
        missedCycles,
        Optional.of(newest),
        match,
        leaving,
        blocks,
        blockedBy,
        met,
        voided,
        revision);
  }

  Seeker withBlocks(Set<SeekerId> blocks, Set<SeekerId> blockedBy) {
    return new Seeker(
        id,
        status,
        optedInAt,
        missedCycles,
        lastMissedCycle,
        match,
        leaving,
        blocks,
        blockedBy,
        met,
        voided,
        revision);
  }

  Seeker withMet(Map<SeekerId, Long> met) {
    return new Seeker(
        id,
        status,
        optedInAt,
        missedCycles,
        lastMissedCycle,
        match,
        leaving,
        blocks,
        blockedBy,
        met,
        voided,
        revision);
  }

  Seeker withVoided(Set<String> voided) {
    return new Seeker(
        id,
        status,
        optedInAt,
        missedCycles,
        lastMissedCycle,
        match,
        leaving,
        blocks,
        blockedBy,
        met,
        voided,
        revision);
  }

  Seeker withRevision(long revision) {
    return new Seeker(
        id,
        status,
        optedInAt,
        missedCycles,
        lastMissedCycle,
        match,
        leaving,
        blocks,
        blockedBy,
        met,
        voided,
        revision);
  }

  /** Whether this opt-in has led to that very match. */
  boolean isMatchedBy(Match.PairId pair) {
    return status == SeekerStatus.MATCHED
        && match.map(Match::pair).filter(pair::equals).isPresent();
  }

  /** Whom they must not be matched with, in order: blocked either way, or met since then. */
  public Set<SeekerId> excludedSince(long metSince) {
    Set<SeekerId> excluded = new TreeSet<>(blocks);
    excluded.addAll(blockedBy);
    met.forEach(
        (partner, at) -> {
          if (at > metSince) {
            excluded.add(partner);
          }
        });
    return excluded;
  }
}

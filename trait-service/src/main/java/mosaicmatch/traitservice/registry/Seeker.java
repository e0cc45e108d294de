package mosaicmatch.traitservice.registry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;

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
    return new Draft(id).build();
  }

  /** The same person, with nothing else known than this standing. */
  static Seeker fresh(Seeker row, SeekerStatus status, long optedInAt) {
    Draft draft = new Draft(row.id);
    draft.status = status;
    draft.optedInAt = optedInAt;
    draft.revision = row.revision;
    return draft.build();
  }

  Seeker withStanding(SeekerStatus status, Optional<Match> match, boolean leaving) {
    Draft draft = new Draft(this);
    draft.status = status;
    draft.match = match;
    draft.leaving = leaving;
    return draft.build();
  }

  Seeker withOptedInAt(long optedInAt) {
    Draft draft = new Draft(this);
    draft.optedInAt = optedInAt;
    return draft.build();
  }

  Seeker withMissed(int missedCycles, CycleId newest) {
    Draft draft = new Draft(this);
    draft.missedCycles = missedCycles;
    draft.lastMissedCycle = Optional.of(newest);
    return draft.build();
  }

  Seeker withBlocks(Set<SeekerId> blocks, Set<SeekerId> blockedBy) {
    Draft draft = new Draft(this);
    draft.blocks = blocks;
    draft.blockedBy = blockedBy;
    return draft.build();
  }

  Seeker withMet(Map<SeekerId, Long> met) {
    Draft draft = new Draft(this);
    draft.met = met;
    return draft.build();
  }

  Seeker withVoided(Set<String> voided) {
    Draft draft = new Draft(this);
    draft.voided = voided;
    return draft.build();
  }

  Seeker withRevision(long revision) {
    Draft draft = new Draft(this);
    draft.revision = revision;
    return draft.build();
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

  /** A row while some of it changes. */
  private static final class Draft {
    private final SeekerId id;
    private SeekerStatus status = SeekerStatus.NONE;
    private long optedInAt;
    private int missedCycles;
    private Optional<CycleId> lastMissedCycle = Optional.empty();
    private Optional<Match> match = Optional.empty();
    private boolean leaving;
    private Set<SeekerId> blocks = Set.of();
    private Set<SeekerId> blockedBy = Set.of();
    private Map<SeekerId, Long> met = Map.of();
    private Set<String> voided = Set.of();
    private long revision;

    Draft(SeekerId id) {
      this.id = id;
    }

    Draft(Seeker row) {
      this(row.id);
      status = row.status;
      optedInAt = row.optedInAt;
      missedCycles = row.missedCycles;
      lastMissedCycle = row.lastMissedCycle;
      match = row.match;
      leaving = row.leaving;
      blocks = row.blocks;
      blockedBy = row.blockedBy;
      met = row.met;
      voided = row.voided;
      revision = row.revision;
    }

    Seeker build() {
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
  }
}

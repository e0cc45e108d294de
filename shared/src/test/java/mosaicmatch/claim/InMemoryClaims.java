package mosaicmatch.claim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.EntryDraft;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/** The claims in memory, in one world with an audit trail in memory. */
public final class InMemoryClaims implements Claims {

  private record Row(
      Instant consumed, boolean live, Optional<CycleId> cycle, Optional<PairKey> pair) {}

  private final Map<SeekerId, Row> rows = new HashMap<>();
  private final InMemoryAuditTrail trail;
  private final InstantSource clock;

  public InMemoryClaims(InMemoryAuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public AuditEntry claim(PlannedPair pair, Duration attemptLease) {
    synchronized (trail) {
      var found = trail.find(pair.cycleId(), pair.pairKey());
      if (found.isPresent() && found.get().status() != PairStatus.PENDING) {
        return found.get();
      }
      var now = clock.instant();
      found
          .filter(entry -> entry.attemptLeaseUntil().isAfter(now))
          .ifPresent(
              entry -> {
                throw new AttemptInProgressException(entry);
              });
      var draft = found.map(EntryDraft::of).orElseGet(() -> EntryDraft.fresh(pair));
      if (!isFree(pair.user1(), pair) || !isFree(pair.user2(), pair)) {
        return trail.put(draft.status(PairStatus.SUPERSEDED).at(now));
      }
      hold(pair.user1(), pair);
      hold(pair.user2(), pair);
      return trail.put(draft.nextAttempt(now, attemptLease).at(now));
    }
  }

  private boolean isFree(OptIn optIn, PlannedPair pair) {
    var row = rows.get(optIn.userId());
    return row == null
        || (optIn.optedInAt().isAfter(row.consumed)
            && (!row.live
                || (row.cycle.equals(Optional.of(pair.cycleId()))
                    && row.pair.equals(Optional.of(pair.pairKey())))));
  }

  private void hold(OptIn optIn, PlannedPair pair) {
    var row = rows.get(optIn.userId());
    rows.put(
        optIn.userId(),
        new Row(
            row == null ? Instant.EPOCH : row.consumed,
            true,
            Optional.of(pair.cycleId()),
            Optional.of(pair.pairKey())));
  }

  @Override
  public AuditEntry complete(AuditEntry entry) {
    return end(
        entry,
        stored ->
            stored.status() == PairStatus.PENDING
                && stored.metadataUpdated()
                && stored.roomOpened(),
        draft -> draft.status(PairStatus.COMPLETED),
        member -> true);
  }

  @Override
  public AuditEntry abandon(AuditEntry entry) {
    return end(
        entry,
        stored -> stored.status() == PairStatus.ABANDONING,
        draft -> draft.status(PairStatus.ABANDONED),
        member -> false);
  }

  @Override
  public AuditEntry fail(AuditEntry entry) {
    return end(
        entry,
        stored -> stored.status() == PairStatus.FAILING,
        draft -> draft.status(PairStatus.FAILED),
        entry::isGone);
  }

  private AuditEntry end(
      AuditEntry entry,
      Predicate<AuditEntry> condition,
      UnaryOperator<EntryDraft> change,
      Predicate<OptIn> consumes) {
    synchronized (trail) {
      boolean moves = trail.find(entry.cycleId(), entry.pairKey()).filter(condition).isPresent();
      var stored = trail.move(entry, condition, change);
      if (moves) {
        stored.members().forEach(member -> free(member, consumes.test(member)));
      }
      return stored;
    }
  }

  private void free(OptIn member, boolean consume) {
    rows.computeIfPresent(
        member.userId(),
        (id, row) ->
            new Row(consume ? member.optedInAt() : row.consumed, false, row.cycle, row.pair));
  }

  @Override
  public boolean forget(SeekerId erased) {
    synchronized (trail) {
      var row = rows.get(erased);
      if (row != null && row.live) {
        throw new StillClaimedException(erased);
      }
      return rows.remove(erased) != null;
    }
  }

  @Override
  public boolean forgetPair(SeekerId partner, CycleId cycle, PairKey pair) {
    synchronized (trail) {
      var row = rows.get(partner);
      boolean names =
          row != null
              && !row.live
              && row.cycle.filter(cycle::equals).isPresent()
              && row.pair.filter(pair::equals).isPresent();
      if (names) {
        rows.put(partner, new Row(row.consumed, false, Optional.empty(), Optional.empty()));
      }
      return names;
    }
  }

  /** Deletes a claim even if it is live, to show that a test would see it. */
  public void drop(SeekerId seeker) {
    synchronized (trail) {
      rows.remove(seeker);
    }
  }

  /** Breaks the rule that what is consumed stays so, to show that a test would see it. */
  public void lowerConsumed(SeekerId seeker) {
    synchronized (trail) {
      rows.computeIfPresent(
          seeker, (id, row) -> new Row(Instant.EPOCH, row.live, row.cycle, row.pair));
    }
  }

  @Override
  public List<Claim> find(Collection<SeekerId> seekers) {
    synchronized (trail) {
      return seekers.stream()
          .distinct()
          .filter(rows::containsKey)
          .map(id -> claim(id, rows.get(id)))
          .toList();
    }
  }

  private static Claim claim(SeekerId id, Row row) {
    return new Claim(id, row.consumed, row.live, row.cycle, row.pair);
  }
}

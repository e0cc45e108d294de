package mosaicmatch.audit;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;

/** The audit trail in memory; the claims in memory share its entries and its lock. */
public final class InMemoryAuditTrail implements AuditTrail {

  private record Key(CycleId cycle, PairKey pair) {}

  private final Map<Key, AuditEntry> entries =
      new TreeMap<>(Comparator.comparing(Key::cycle).thenComparing(key -> key.pair().value()));
  private final InstantSource clock;

  public InMemoryAuditTrail(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<AuditEntry> find(CycleId cycle, PairKey pair) {
    return Optional.ofNullable(entries.get(new Key(cycle, pair)));
  }

  /** Stores an entry as it is. */
  public synchronized AuditEntry put(AuditEntry entry) {
    entries.put(new Key(entry.cycleId(), entry.pairKey()), entry);
    return entry;
  }

  /** Moves an entry on if the condition holds; answers what is stored afterwards. */
  public synchronized AuditEntry move(
      AuditEntry entry, Predicate<AuditEntry> condition, UnaryOperator<EntryDraft> change) {
    var stored =
        find(entry.cycleId(), entry.pairKey())
            .orElseThrow(() -> new UnknownEntryException(entry.cycleId(), entry.pairKey()));
    return condition.test(stored)
        ? put(change.apply(EntryDraft.of(stored)).at(clock.instant()))
        : stored;
  }

  @Override
  public AuditEntry recordMatched(AuditEntry entry) {
    return move(entry, InMemoryAuditTrail::isPending, EntryDraft::matched);
  }

  @Override
  public AuditEntry recordRoom(AuditEntry entry, MatchRoom room) {
    return move(
        entry, stored -> isPending(stored) && stored.metadataUpdated(), draft -> draft.room(room));
  }

  @Override
  public AuditEntry beginAbandoning(AuditEntry entry, String reason) {
    return move(
        entry,
        stored -> isPending(stored) && !stored.metadataUpdated(),
        draft -> draft.status(PairStatus.ABANDONING).error(reason));
  }

  @Override
  public AuditEntry beginFailing(AuditEntry entry, Set<SeekerId> gone, String reason) {
    return move(
        entry,
        stored -> isPending(stored) && stored.metadataUpdated() && !stored.roomOpened(),
        draft -> draft.status(PairStatus.FAILING).gone(gone).error(reason));
  }

  @Override
  public AuditEntry recordFailedAttempt(AuditEntry entry, String error) {
    return move(
        entry,
        stored -> isPending(stored) && stored.attempt() == entry.attempt(),
        draft -> draft.noLease().error(error));
  }

  @Override
  public AuditEntry recordUndone(AuditEntry entry) {
    return move(
        entry,
        stored -> stored.status() == PairStatus.COMPLETED,
        draft -> draft.status(PairStatus.UNDONE));
  }

  @Override
  public synchronized AuditEntry forestall(PlannedPair pair) {
    return find(pair.cycleId(), pair.pairKey())
        .orElseGet(() -> put(EntryDraft.fresh(pair).status(PairStatus.UNDONE).at(clock.instant())));
  }

  @Override
  public synchronized boolean forget(CycleId cycle, PairKey pair) {
    boolean hasEnded = find(cycle, pair).filter(entry -> entry.status().isTerminal()).isPresent();
    if (hasEnded) {
      entries.remove(new Key(cycle, pair));
    }
    return hasEnded;
  }

  private static boolean isPending(AuditEntry stored) {
    return stored.status() == PairStatus.PENDING;
  }

  @Override
  public synchronized List<AuditEntry> entriesOf(CycleId cycle) {
    return entries.values().stream().filter(entry -> entry.cycleId().equals(cycle)).toList();
  }

  @Override
  public List<AuditEntry> entriesOf(CycleId cycle, SeekerId member) {
    return entriesOf(cycle).stream()
        .filter(entry -> entry.members().stream().anyMatch(m -> m.userId().equals(member)))
        .toList();
  }

  @Override
  public synchronized List<AuditEntry> incompleteEntries(int limit) {
    return entries.values().stream()
        .filter(entry -> !entry.status().isTerminal())
        .limit(limit)
        .toList();
  }
}

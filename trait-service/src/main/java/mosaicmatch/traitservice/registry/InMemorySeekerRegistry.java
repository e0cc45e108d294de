package mosaicmatch.traitservice.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mosaicmatch.pool.SeekerId;

/** The rules under one lock. */
final class InMemorySeekerRegistry implements SeekerRegistry {

  private final CoolDown coolDown;
  private final InstantSource clock;
  private final Map<SeekerId, Seeker> rows = new HashMap<>();

  InMemorySeekerRegistry(CoolDown coolDown, InstantSource clock) {
    this.coolDown = coolDown;
    this.clock = clock;
  }

  @Override
  public synchronized Seeker find(SeekerId id) {
    return rows.getOrDefault(id, Seeker.unknown(id));
  }

  @Override
  public synchronized Seeker optIn(SeekerId id) {
    Instant now = clock.instant();
    return change(id, row -> SeekerRules.optedIn(row, now.toEpochMilli(), coolDown.since(now)));
  }

  @Override
  public synchronized Seeker optOut(SeekerId id) {
    return change(id, SeekerRules::optedOut);
  }

  @Override
  public synchronized Seeker erase(SeekerId id) {
    find(id).blocks().forEach(other -> change(other, row -> SeekerRules.notBlockedBy(row, id)));
    return change(id, SeekerRules::erased);
  }

  @Override
  public synchronized Optional<MatchRefusal> match(Proposal proposal) {
    Instant now = clock.instant();
    Optional<MatchRefusal> refusal =
        SeekerRules.refusal(find(proposal.seeker()), proposal, coolDown.since(now));
    if (refusal.isEmpty()) {
      change(proposal.seeker(), row -> SeekerRules.matched(row, proposal, now.toEpochMilli()));
    }
    return refusal;
  }

  @Override
  public synchronized boolean countMissed(Missed missed) {
    long before = find(missed.seeker()).revision();
    return change(missed.seeker(), row -> SeekerRules.missed(row, missed)).revision() > before;
  }

  @Override
  public synchronized boolean voidMatch(Proposal proposal) {
    SeekerStatus before = find(proposal.seeker()).status();
    Seeker after = change(proposal.seeker(), row -> SeekerRules.voided(row, proposal));
    return before == SeekerStatus.MATCHED && after.status() == SeekerStatus.WAITING;
  }

  @Override
  public synchronized Undoing undoMatch(Proposal proposal) {
    Seeker after = change(proposal.seeker(), row -> SeekerRules.undone(row, proposal));
    return SeekerRules.undoing(after, proposal);
  }

  @Override
  public synchronized void forgetMeeting(SeekerId of, SeekerId erased) {
    change(of, row -> SeekerRules.forgetting(row, erased));
  }

  @Override
  public synchronized void block(SeekerId by, SeekerId other) {
    if (isFull(find(by).blocks(), other) || isFull(find(other).blockedBy(), by)) {
      throw new TooManyBlocksException();
    }
    change(by, row -> SeekerRules.blocking(row, other));
    change(other, row -> SeekerRules.blockedBy(row, by));
  }

  private static boolean isFull(Set<SeekerId> ids, SeekerId one) {
    return ids.size() >= SeekerTable.MAX_BLOCKS && !ids.contains(one);
  }

  @Override
  public synchronized void unblock(SeekerId by, SeekerId other) {
    change(by, row -> SeekerRules.notBlocking(row, other));
    change(other, row -> SeekerRules.notBlockedBy(row, by));
  }

  @Override
  public synchronized SeekerPage waiting(int limit, Optional<String> cursor) {
    PageCursor at = cursor.map(PageCursor::parse).orElse(PageCursor.START);
    List<SeekerPage.Waiting> page = new ArrayList<>();
    while (at.shard() < Shards.COUNT) {
      for (Seeker row : shardAfter(at)) {
        if (page.size() == limit) {
          return new SeekerPage(page, Optional.of(at.text()));
        }
        page.add(waiting(row));
        at = at.after(row.optedInAt(), row.id());
      }
      at = at.nextShard();
    }
    return new SeekerPage(page, Optional.empty());
  }

  private List<Seeker> shardAfter(PageCursor at) {
    return rows.values().stream()
        .filter(row -> row.status() == SeekerStatus.WAITING && Shards.of(row.id()) == at.shard())
        .filter(row -> at.after().filter(last -> last.compareTo(place(row)) >= 0).isEmpty())
        .sorted(Comparator.comparing(InMemorySeekerRegistry::place))
        .toList();
  }

  private static PageCursor.After place(Seeker row) {
    return new PageCursor.After(row.optedInAt(), row.id());
  }

  private SeekerPage.Waiting waiting(Seeker row) {
    Set<SeekerId> excluded = row.excludedSince(coolDown.since(clock.instant()));
    return new SeekerPage.Waiting(row.id(), row.optedInAt(), row.missedCycles(), excluded);
  }

  @Override
  public synchronized Set<SeekerId> waitingAmong(Collection<SeekerId> ids) {
    return ids.stream()
        .filter(id -> find(id).status() == SeekerStatus.WAITING)
        .collect(Collectors.toSet());
  }

  private Seeker change(SeekerId id, UnaryOperator<Seeker> rule) {
    Seeker before = find(id);
    Seeker after = rule.apply(before);
    if (after.equals(before)) {
      return before;
    }
    Seeker written = after.withRevision(before.revision() + 1);
    rows.put(id, written);
    return written;
  }
}

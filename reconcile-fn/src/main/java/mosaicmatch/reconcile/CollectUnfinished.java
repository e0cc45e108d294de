package mosaicmatch.reconcile;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.claim.Claim;
import mosaicmatch.claim.Claims;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.RetryItem;
import mosaicmatch.plan.RetryList;
import mosaicmatch.plan.UnmatchedBatch;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * Lists what a cycle left unfinished: the plan minus the pairs that have ended, so that pairs that
 * were never claimed are in it too; the batches of unmatched seekers that failed; and, as batches,
 * those whose pair came to nothing, since this cycle left them unmatched as well.
 */
public final class CollectUnfinished {

  private static final Set<PairStatus> CAME_TO_NOTHING =
      EnumSet.of(PairStatus.SUPERSEDED, PairStatus.ABANDONED, PairStatus.FAILED);

  private final AuditTrail trail;
  private final Claims claims;
  private final PlanStore store;

  /** Over the entries, the claims, and where plans and retry lists are kept. */
  public CollectUnfinished(AuditTrail trail, Claims claims, PlanStore store) {
    this.trail = trail;
    this.claims = claims;
    this.store = store;
  }

  /** Writes the retry list of a cycle. */
  public RetryList collect(CycleId cycle, Plan plan, Optional<MapManifest> unmatchedResults) {
    var entries =
        trail.entriesOf(cycle).stream()
            .collect(Collectors.toMap(AuditEntry::pairKey, Function.identity()));
    try (var pairs = store.pairs(plan.pairsKey());
        var failed = failedBatches(cycle, unmatchedResults)) {
      var unfinished = pairs.filter(pair -> !hasEnded(entries, pair.pairKey()));
      var batches = Stream.concat(failed, leftUnmatched(cycle, entries.values()));
      var items = Stream.<RetryItem>concat(unfinished, batches);
      return store.writeRetry(cycle, items.iterator());
    }
  }

  private static boolean hasEnded(Map<PairKey, AuditEntry> entries, PairKey pair) {
    var entry = entries.get(pair);
    return entry != null && entry.status().isTerminal();
  }

  private Stream<UnmatchedBatch> failedBatches(CycleId cycle, Optional<MapManifest> results) {
    return results.stream().flatMap(manifest -> store.failedBatches(cycle, manifest.key()));
  }

  private Stream<UnmatchedBatch> leftUnmatched(CycleId cycle, Collection<AuditEntry> entries) {
    return entries.stream()
        .filter(entry -> CAME_TO_NOTHING.contains(entry.status()))
        .flatMap(entry -> entry.members().stream())
        .gather(Gatherers.windowFixed(UnmatchedBatch.MAX_SEEKERS))
        .flatMap(members -> free(members).stream())
        .gather(Gatherers.windowFixed(UnmatchedBatch.MAX_SEEKERS))
        .map(seekers -> new UnmatchedBatch(cycle, seekers));
  }

  /** Those with nobody else by now: a member of a superseded pair is often in a better one. */
  private List<OptIn> free(List<OptIn> members) {
    Map<SeekerId, Claim> claimed =
        claims.find(members.stream().map(OptIn::userId).toList()).stream()
            .collect(Collectors.toMap(Claim::userId, Function.identity()));
    return members.stream()
        .filter(
            member -> {
              var claim = claimed.get(member.userId());
              return claim == null || claim.leavesFree(member);
            })
        .toList();
  }
}

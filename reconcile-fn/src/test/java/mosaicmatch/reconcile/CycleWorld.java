package mosaicmatch.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.nakama.InMemoryMatchRooms;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.plan.InMemoryPlanStore;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlanDraft;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.SomePairs;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.InMemoryCycleRecords;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.InMemoryTraitService;

/** Stores and services in memory, with seekers who wait. */
final class CycleWorld {

  static final Duration LEASE = Duration.ofSeconds(45);

  final HandDrivenClock clock = new HandDrivenClock();
  final InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
  final InMemoryClaims claims = new InMemoryClaims(trail, clock);
  final InMemoryTraitService seekers = new InMemoryTraitService();
  final InMemoryMatchRooms rooms = new InMemoryMatchRooms();
  final InMemoryPlanStore store = new InMemoryPlanStore();
  final InMemoryCycleRecords records = new InMemoryCycleRecords(clock);
  final InMemoryCycleLock lock =
      new InMemoryCycleLock(clock, Duration.ofSeconds(300), Duration.ofSeconds(5));
  final PairProtocol protocol = new PairProtocol(trail, claims, seekers, rooms);
  final Cycle cycle = new Cycle(SomePairs.CYCLE, "arn:one", 0, 1, false);

  CycleWorld() {
    records.open(cycle);
  }

  Reconcile reconcile() {
    return new Reconcile(
        trail, protocol, new MatchRepair(records, seekers, claims, trail, seekers), clock);
  }

  HealthCheck health() {
    return health(new Environment(Map.of()));
  }

  HealthCheck health(Environment environment) {
    return new HealthCheck(records, trail, lock, HealthLimits.of(environment), clock);
  }

  /** A planned pair of two people who wait. */
  PlannedPair pair(String one, String other) {
    return SomePairs.pair(SomePairs.CYCLE, waits(one), waits(other));
  }

  private OptIn waits(String id) {
    return seekers.optIn(new SeekerId(id), SomePairs.OPTED_IN);
  }

  AuditEntry claim(PlannedPair pair) {
    return claims.claim(pair, LEASE);
  }

  AuditEntry matched(PlannedPair pair) {
    var entry = claim(pair);
    seekers.matched(entry.user1(), entry.user2().userId(), entry.cycleId(), entry.pairKey());
    seekers.matched(entry.user2(), entry.user1().userId(), entry.cycleId(), entry.pairKey());
    return trail.recordMatched(entry);
  }

  AuditEntry process(PlannedPair pair) {
    return protocol.process(pair, LEASE);
  }

  /** An opt-out that came before the pair was processed makes it be given up. */
  AuditEntry abandoned(PlannedPair pair) {
    seekers.optOut(pair.user2().userId());
    return process(pair);
  }

  Plan plan(PlannedPair... pairs) {
    return store.writePlan(
        new PlanDraft(
            SomePairs.CYCLE,
            "pool",
            Instant.EPOCH,
            "priority-greedy/1",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Stream.of(pairs).toList(),
            List.of()));
  }
}

package mosaicmatch.fetchpool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.lock.Opening;
import mosaicmatch.nakama.InMemoryMatchRooms;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.plan.InMemoryPlanStore;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.InMemoryCycleRecords;
import mosaicmatch.record.StepLog;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.InMemoryTraitService;

/** The function over stores in memory; only the stored answers are in DynamoDB. */
final class FetchWorld {

  static final CycleId EARLIER = new CycleId("2026-11-22T01:00:00Z");
  static final CycleId ID = new CycleId("2026-11-22T02:00:00Z");

  final HandDrivenClock clock = new HandDrivenClock();
  final InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
  final InMemoryClaims claims = new InMemoryClaims(trail, clock);
  final InMemoryTraitService seekers = new InMemoryTraitService();
  final InMemoryPlanStore store = new InMemoryPlanStore();
  final InMemoryCycleRecords records = new InMemoryCycleRecords(clock);
  final InMemoryCycleLock lock =
      new InMemoryCycleLock(clock, Duration.ofSeconds(300), Duration.ofSeconds(5));
  final InMemoryMatchRooms rooms = new InMemoryMatchRooms();
  final PairProtocol protocol = new PairProtocol(trail, claims, seekers, rooms);
  private final StoredAnswers answers =
      StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency());
  private PoolLimits limits = new PoolLimits(2, 100);

  Cycle open() {
    var cycle = ((Opening.Opened) lock.open(ID, "execution-1", 0)).cycle();
    records.open(cycle);
    return cycle;
  }

  void limits(int minSeekers, int maxSeekers) {
    limits = new PoolLimits(minSeekers, maxSeekers);
  }

  OptIn optIn(String id, long secondsAgo) {
    return seekers.optIn(new SeekerId(id), clock.instant().minusSeconds(secondsAgo));
  }

  PlannedPair earlierPair(OptIn user1, OptIn user2) {
    var key = PairKey.of(user1.userId(), user2.userId());
    return new PlannedPair(EARLIER, key, user1, user2, 0.8, 0.8, 0, 0, 1, Optional.empty());
  }

  FetchedPool fetch(Cycle cycle) {
    return JsonCall.of(handler(), "{\"cycle\":" + JsonCall.json(cycle) + "}", FetchedPool.class);
  }

  List<Seeker> pool(FetchedPool fetched) {
    try (var pool = store.pool(fetched.pool().key())) {
      return pool.toList();
    }
  }

  List<LeftOutSeeker> leftOut(FetchedPool fetched) {
    try (var leftOut = store.leftOut(fetched.pool().key())) {
      return leftOut.toList();
    }
  }

  Instant now() {
    return clock.instant();
  }

  private FetchPoolHandler handler() {
    return new FetchPoolHandler(
        new Environment(Map.of("MOSAIC_METRICS", "off")),
        answers,
        new StepLog(records, clock),
        new FetchPool(lock, seekers, claims, store, limits, clock));
  }
}

package mosaicmatch.postmatch;

import static mosaicmatch.lambda.JsonCall.json;

import java.time.Duration;
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
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.InMemoryTraitService;

/** Both functions over stores in memory; only the stored answers are in DynamoDB. */
final class PostMatchWorld {

  static final CycleId ID = new CycleId("2026-11-22T02:00:00Z");
  private static final Environment QUIET = new Environment(Map.of("MOSAIC_METRICS", "off"));

  final HandDrivenClock clock = new HandDrivenClock();
  final InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
  final InMemoryTraitService seekers = new InMemoryTraitService();
  final InMemoryMatchRooms rooms = new InMemoryMatchRooms();
  final InMemoryCycleLock lock =
      new InMemoryCycleLock(clock, Duration.ofSeconds(300), Duration.ofSeconds(5));
  final Cycle cycle = ((Opening.Opened) lock.open(ID, "execution-1", 0)).cycle();
  final OptIn ann = seekers.optIn(new SeekerId("ann"), clock.instant().minusSeconds(90));
  final OptIn ben = seekers.optIn(new SeekerId("ben"), clock.instant().minusSeconds(60));
  final PlannedPair pair =
      new PlannedPair(
          ID,
          PairKey.of(ann.userId(), ben.userId()),
          ann,
          ben,
          0.8,
          0.75,
          1,
          0,
          1,
          Optional.of(0.5));
  private final InMemoryClaims claims = new InMemoryClaims(trail, clock);
  private final StoredAnswers answers =
      StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency());

  String process(Cycle inCycle) {
    return process(json(inCycle), json(pair));
  }

  String process(String cycleJson, String pairJson) {
    return JsonCall.of(
        new ProcessPairHandler(
            QUIET, answers, new LockKeeper(lock), new PairProtocol(trail, claims, seekers, rooms)),
        "{\"pair\":%s,\"cycle\":%s,\"attempt\":0}".formatted(pairJson, cycleJson));
  }

  String update(String seekersJson) {
    return JsonCall.of(
        new UpdateUnmatchedHandler(QUIET, answers, new LockKeeper(lock), seekers),
        "{\"cycle\":%s,\"seekers\":%s,\"batch\":\"ann\"}".formatted(json(cycle), seekersJson));
  }
}

package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.aws.LocalDynamo;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.lock.Opening;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.TileWork;
import mosaicmatch.pairing.tiles.TilingSettings;
import mosaicmatch.plan.InMemoryPlanStore;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Pool;
import mosaicmatch.record.InMemoryCycleRecords;
import mosaicmatch.record.StepLog;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.InMemoryTraitService;
import mosaicmatch.traits.SeekerVectors;

/** The function over stores in memory; only the stored answers are in DynamoDB. */
final class PlanWorld {

  private final Environment environment;
  final HandDrivenClock clock = new HandDrivenClock();
  final InMemoryTraitService traits = new InMemoryTraitService();
  final InMemoryPlanStore store = new InMemoryPlanStore();
  final InMemoryCycleRecords records = new InMemoryCycleRecords(clock);
  final InMemoryCycleLock lock =
      new InMemoryCycleLock(clock, Duration.ofSeconds(300), Duration.ofSeconds(5));
  private final StoredAnswers answers =
      StoredAnswers.inTable(LocalDynamo.client(), LocalDynamo.freshTables().idempotency());

  PlanWorld() {
    this(Map.of());
  }

  /** With these settings of the function. */
  PlanWorld(Map<String, String> settings) {
    var variables = new HashMap<>(settings);
    variables.put("MOSAIC_METRICS", "off");
    environment = new Environment(variables);
  }

  Cycle open() {
    var cycle = ((Opening.Opened) lock.open(Pools.CYCLE, "execution-1", 0)).cycle();
    records.open(cycle);
    return cycle;
  }

  Pool pool(PairingInput input) {
    input.vectors().forEach(traits::vector);
    var key = store.writePool(input.cycleId(), input.seekers());
    return new Pool(key, input.seekers().size(), new Pool.LeftOut(0, 0, 0), clock.instant(), true);
  }

  ComputedPlan compute(Cycle cycle, Pool pool) {
    return compute(traits, cycle, pool, "");
  }

  ComputedPlan compute(SeekerVectors vectors, Cycle cycle, Pool pool, String more) {
    return compute(new VectorPages(vectors), Candidates.exact(), cycle, pool, more);
  }

  ComputedPlan compute(
      VectorPages vectors, Candidates candidates, Cycle cycle, Pool pool, String more) {
    var computing = new ComputePairs(lock, records, store, vectors, candidates, clock);
    var log = new StepLog(records, clock);
    return JsonCall.of(
        new ComputePairsHandler(environment, answers, log, computing),
        "{\"cycle\":%s,\"pool\":%s%s}".formatted(JsonCall.json(cycle), JsonCall.json(pool), more),
        ComputedPlan.class);
  }

  /** Cuts a pool into blocks of twenty. */
  PreparedTiles prepare(Cycle cycle, Pool pool) {
    var preparing =
        new PrepareTiles(
            lock,
            new PoolReading(store, new VectorPages(traits)),
            new TileFiles(store),
            new TilingSettings(20, 8));
    return JsonCall.of(
        new PrepareTilesHandler(environment, answers, new StepLog(records, clock), preparing),
        "{\"cycle\":%s,\"pool\":%s}".formatted(JsonCall.json(cycle), JsonCall.json(pool)),
        PreparedTiles.class);
  }

  /** Finds the candidates of every tile. */
  void score(PreparedTiles prepared) {
    var function = TileWork.handler(environment, answers, lock, store);
    for (var tile : TileWork.tiles(store, prepared.tiles())) {
      var answer =
          JsonCall.of(
              function,
              "{\"tile\":%s,\"cycle\":%s,\"attempt\":0}"
                  .formatted(JsonCall.json(tile), JsonCall.json(prepared.cycle())));
      assertThat(answer).isEqualTo("{\"key\":\"%s\"}".formatted(tile.listsKey()));
    }
  }

  List<PlannedPair> pairs(Plan plan) {
    try (var pairs = store.pairs(plan.pairsKey())) {
      return pairs.toList();
    }
  }

  List<UnmatchedSeeker> unmatched(Plan plan) {
    try (var unmatched = store.unmatched(plan.unmatchedKey())) {
      return unmatched.toList();
    }
  }
}

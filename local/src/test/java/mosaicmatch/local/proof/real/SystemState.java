package mosaicmatch.local.proof.real;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.nakama.MatchView;
import mosaicmatch.local.nakama.NakamaDesk;
import mosaicmatch.local.operate.CycleReplay;
import mosaicmatch.local.operate.Workbench;
import mosaicmatch.local.stack.Endpoints;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.lock.LockState;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CyclesTable;
import mosaicmatch.traitservice.registry.CoolDown;
import mosaicmatch.traitservice.registry.Seeker;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.registry.SeekerTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All that a system holds of pairs and people, as it is stored.
 *
 * @param entries the audit entries of all cycles
 * @param claims the claims, by seeker
 * @param seekers the register, by seeker
 * @param matches what the stand-in for Nakama has of each entry
 * @param notified how many notifications each seeker has
 * @param plans the pairs of each cycle's plan
 * @param replays what comes of planning a cycle again
 * @param lock the lock
 */
record SystemState(
    List<AuditEntry> entries,
    Map<SeekerId, ClaimRow> claims,
    Map<SeekerId, Seeker> seekers,
    Map<AuditEntry, MatchView> matches,
    Map<SeekerId, Integer> notified,
    Map<CycleId, List<PlannedPair>> plans,
    Map<CycleId, CycleReplay.Verdict> replays,
    Optional<LockState> lock) {

  private static final InstantSource CLOCK = InstantSource.system();

  /** A row of the claims table. */
  record ClaimRow(
      boolean live, Optional<String> cycle, Optional<String> pair, Instant consumedOptedInAt) {

    static ClaimRow of(Map<String, AttributeValue> item) {
      return new ClaimRow(
          item.containsKey("live") && item.get("live").bool(),
          Optional.ofNullable(item.get("cycle_id")).map(AttributeValue::s),
          Optional.ofNullable(item.get("pair_key")).map(AttributeValue::s),
          Optional.ofNullable(item.get("consumed_opted_in_at"))
              .map(at -> Instant.ofEpochMilli(Long.parseLong(at.n())))
              .orElse(Instant.EPOCH));
    }
  }

  /**
   * Reads everything.
   *
   * @param replayed what came of planning cycles again before; added to
   */
  static SystemState of(Stack stack, Map<CycleId, CycleReplay.Verdict> replayed)
      throws InterruptedException {
    replay(stack, records(stack), replayed);
    var client = stack.aws().dynamoDb();
    var tables = TableNames.of(stack.aws().environment());
    var entries = entries(client, tables);
    var seekers = seekers(client);
    var nakama = stack.people().nakama();
    return new SystemState(
        entries,
        claims(client, tables),
        seekers,
        matches(nakama, entries),
        notified(nakama, seekers.keySet()),
        plans(stack, records(stack)),
        Map.copyOf(replayed),
        LockTable.open(client, tables.lock(), LockTimes.of(stack.aws().environment()), CLOCK)
            .state());
  }

  private static List<AuditEntry> entries(DynamoDbClient client, TableNames tables) {
    var trail = AuditTable.open(client, tables.audit(), CLOCK);
    var cycles = new LinkedHashSet<CycleId>();
    scan(client, tables.audit()).forEach(item -> cycles.add(new CycleId(item.get("cycle_id").s())));
    return cycles.stream().flatMap(cycle -> trail.entriesOf(cycle).stream()).toList();
  }

  private static List<Map<String, AttributeValue>> scan(DynamoDbClient client, String table) {
    return client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
        .toList();
  }

  private static Map<SeekerId, ClaimRow> claims(DynamoDbClient client, TableNames tables) {
    var rows = new HashMap<SeekerId, ClaimRow>();
    scan(client, tables.claims())
        .forEach(item -> rows.put(new SeekerId(item.get("user_id").s()), ClaimRow.of(item)));
    return rows;
  }

  private static Map<SeekerId, Seeker> seekers(DynamoDbClient client) {
    var register =
        SeekerRegistry.inDynamoDb(
            client, SeekerTable.DEFAULT_NAME, new CoolDown(java.time.Duration.ZERO), CLOCK);
    var rows = new HashMap<SeekerId, Seeker>();
    scan(client, SeekerTable.DEFAULT_NAME).stream()
        .map(item -> new SeekerId(item.get("user_id").s()))
        .forEach(id -> rows.put(id, register.find(id)));
    return rows;
  }

  private static Map<AuditEntry, MatchView> matches(NakamaDesk nakama, List<AuditEntry> entries)
      throws InterruptedException {
    var matches = new HashMap<AuditEntry, MatchView>();
    for (var entry : entries) {
      matches.put(entry, nakama.look(entry.cycleId().value(), entry.pairKey().value()));
    }
    return matches;
  }

  private static Map<SeekerId, Integer> notified(NakamaDesk nakama, Set<SeekerId> seekers)
      throws InterruptedException {
    var counts = new HashMap<SeekerId, Integer>();
    for (var seeker : seekers) {
      counts.put(seeker, nakama.look("any", seeker + "#").notified1());
    }
    return counts;
  }

  private static Map<CycleId, List<PlannedPair>> plans(Stack stack, List<CycleRecord> records) {
    var plans = new HashMap<CycleId, List<PlannedPair>>();
    try (var s3 = stack.aws().s3()) {
      var files = CycleBucket.open(s3, Endpoints.BUCKET);
      for (var cycle : records) {
        var pairs = new ArrayList<PlannedPair>();
        cycle
            .plan()
            .ifPresent(
                adopted -> {
                  try (var lines = files.pairs(adopted.plan().pairsKey())) {
                    lines.forEach(pairs::add);
                  }
                });
        plans.put(cycle.cycleId(), pairs);
      }
    }
    return plans;
  }

  private static void replay(
      Stack stack, List<CycleRecord> records, Map<CycleId, CycleReplay.Verdict> replayed) {
    try (var bench = new Workbench(stack.aws())) {
      var replay = new CycleReplay(bench);
      records.stream()
          .filter(cycle -> cycle.plan().isPresent())
          .map(CycleRecord::cycleId)
          .forEach(
              cycle -> replayed.computeIfAbsent(cycle, id -> replay.replay(id.value()).verdict()));
    }
  }

  private static List<CycleRecord> records(Stack stack) {
    var tables = TableNames.of(stack.aws().environment());
    return CyclesTable.open(stack.aws().dynamoDb(), tables.cycles(), CLOCK).all(false).toList();
  }
}

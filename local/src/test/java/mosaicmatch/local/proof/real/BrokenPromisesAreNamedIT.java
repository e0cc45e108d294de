package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.nakama.NakamaClient;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.traitservice.registry.SeekerTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The checker of promises notices what an unsafe system would leave behind. */
class BrokenPromisesAreNamedIT {

  @TempDir private Path folder;

  @Test
  void eachBrokenPromiseIsNamed() throws Exception {
    long began = System.nanoTime();
    try (var system = RealSystem.start(folder.resolve("home"))) {
      system.optIn(RealSystem.couples("named", 2));
      var cycle = system.runCycle();
      StoredPromises.hold(system);
      var executor = Executor.of(system.stack(), InstantSource.system());
      var entries = executor.trail().entriesOf(cycle);
      var entry = entries.getFirst();
      var other = entries.getLast();
      var tables = system.tables();
      var user = Map.of("user_id", text(entry.user1().userId().value()));
      var pair = Map.of("cycle_id", text(cycle.value()), "pair_key", text(key(entry)));

      set(system, tables.claims(), user, "live", AttributeValue.fromBool(true));
      isNamed(system, 1);
      set(system, SeekerTable.DEFAULT_NAME, user, "status", text("waiting"));
      isNamed(system, 2);
      openUnkeyed(system, entry);
      isNamed(system, 3);
      set(system, tables.audit(), pair, "status", text("pending"));
      isNamed(system, 4);
      executor.trail().forestall(Executor.planned(cycle, entry.user1(), other.user2()));
      isNamed(system, 5);
      repeat(system, other);
      isNamed(system, 6);
      set(
          system,
          tables.lock(),
          Map.of("lock_name", text("cycle")),
          "owner",
          text("an execution that has ended"));
      isNamed(system, 7);
    } finally {
      RealPartsRow.add(System.nanoTime() - began);
    }
  }

  private static void isNamed(RealSystem system, int promise) throws InterruptedException {
    var broken = StoredPromises.broken(system, Set.of());
    RealPartsRow.mutant(broken.stream().anyMatch(line -> line.startsWith("promise " + promise)));
    assertThat(broken).anyMatch(line -> line.startsWith("promise " + promise));
  }

  /** A room under another key than that of its pair and cycle. */
  private static void openUnkeyed(RealSystem system, AuditEntry entry) {
    var aws = system.stack().aws();
    MatchRooms rooms =
        NakamaClient.of(
            aws.environment(),
            SecretsManagerSecrets.cached(aws.secretsManager(), InstantSource.system()));
    rooms.open(
        new CycleId("2026-01-01T00:00:00Z"),
        entry.pairKey(),
        entry.user1().userId(),
        entry.user2().userId(),
        entry.score());
  }

  /** The same match once more, by another cycle. */
  private static void repeat(RealSystem system, AuditEntry entry) {
    var client = system.stack().aws().dynamoDb();
    var table = system.tables().audit();
    var key = Map.of("cycle_id", text(entry.cycleId().value()), "pair_key", text(key(entry)));
    var item = new HashMap<>(client.getItem(get -> get.tableName(table).key(key)).item());
    item.put("cycle_id", text("2026-01-01T00:00:00Z"));
    client.putItem(put -> put.tableName(table).item(item));
  }

  private static void set(
      RealSystem system,
      String table,
      Map<String, AttributeValue> key,
      String attribute,
      AttributeValue value) {
    system
        .stack()
        .aws()
        .dynamoDb()
        .updateItem(
            update ->
                update
                    .tableName(table)
                    .key(key)
                    .updateExpression("SET #attribute = :value")
                    .expressionAttributeNames(Map.of("#attribute", attribute))
                    .expressionAttributeValues(Map.of(":value", value)));
  }

  private static String key(AuditEntry entry) {
    return entry.pairKey().value();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}

package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lambda.JsonCall;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.pairing.tiles.TileWork;
import mosaicmatch.pairing.tiles.TilesOutdatedException;
import mosaicmatch.plan.MissingFileException;
import mosaicmatch.plan.Plan;
import mosaicmatch.pool.Pool;
import org.junit.jupiter.api.Test;

/** The three functions of pairing in tiles, one after the other. */
class PlanOfTilesIsThatOfOneFunctionTest {

  private final PlanWorld world = new PlanWorld();
  private final PairingInput input = Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2);

  private Plan planned(PreparedTiles prepared, Pool pool, String settings) {
    var tiles = ",\"tiles\":" + JsonCall.json(prepared.tiles()) + settings;
    return world.compute(world.traits, prepared.cycle(), pool, tiles).plan();
  }

  private List<String> lists(PlanWorld where, Plan plan) {
    return List.of(
        new String(where.store.contents(plan.pairsKey()), StandardCharsets.UTF_8),
        new String(where.store.contents(plan.unmatchedKey()), StandardCharsets.UTF_8),
        where.store.vectors(where.store.plan(plan.key()).vectorsKey()).keySet().toString());
  }

  private List<String> listsOfOneFunction(PairingInput same) {
    var other = new PlanWorld();
    return lists(other, other.compute(other.open(), other.pool(same)).plan());
  }

  @Test
  void toTheByteAndWithoutFetchingVectorsAgain() {
    var pool = world.pool(input);
    var prepared = world.prepare(world.open(), pool);
    assertThat(prepared.tiles().tiles()).isEqualTo(10);
    world.score(prepared);
    world.traits.down(true);
    assertThat(lists(world, planned(prepared, pool, ""))).isEqualTo(listsOfOneFunction(input));
  }

  @Test
  void withoutThoseWhoseVectorsCantBeUsed() {
    var vectors = new HashMap<>(input.vectors());
    vectors.put(Pools.id(4), new float[] {Float.NaN, 0, 0, 0, 0, 0});
    vectors.put(Pools.id(9), new float[] {1, 2});
    vectors.remove(Pools.id(20));
    var bad = Pools.input(input.seekers(), vectors, 0.35, 0.1);
    var pool = world.pool(bad);
    var prepared = world.prepare(world.open(), pool);
    assertThat(prepared.tiles().seekers()).isEqualTo(58);
    world.score(prepared);
    var plan = planned(prepared, pool, "");
    assertThat(plan.leftOut()).isEqualTo(3);
    assertThat(lists(world, plan)).isEqualTo(listsOfOneFunction(bad));
  }

  @Test
  void aCycleThatHasAPlanAdoptsIt() {
    var pool = world.pool(input);
    var prepared = world.prepare(world.open(), pool);
    world.score(prepared);
    var first = planned(prepared, pool, "");
    var redriven = prepared.cycle();
    var later =
        new PreparedTiles(
            new Cycle(redriven.id(), redriven.execution(), 1, redriven.fence(), false),
            prepared.tiles());
    assertThat(planned(later, pool, "")).isEqualTo(first.asAdopted());
  }

  @Test
  void aDryRunNeedsNoLock() {
    var dry = new CycleId("dry-2026-11-22T02:00:13Z");
    var cycle = new Cycle(dry, "execution-1", 0, 0, true);
    world.records.open(cycle);
    var pool = world.pool(input);
    var prepared = world.prepare(cycle, pool);
    world.score(prepared);
    assertThat(planned(prepared, pool, "").pairs()).isPositive();
    assertThat(world.lock.state()).isEmpty();
  }

  @Test
  void aMissingTileIsNamedAndNothingIsPlanned() {
    var pool = world.pool(input);
    var prepared = world.prepare(world.open(), pool);
    assertThatThrownBy(() -> planned(prepared, pool, ""))
        .isInstanceOf(MissingFileException.class)
        .hasMessageContaining("tile-");
    assertThat(world.records.find(Pools.CYCLE).orElseThrow().plan()).isEmpty();
  }

  @Test
  void tilesOfAnotherWeightAreRefused() {
    var pool = world.pool(input);
    var prepared = world.prepare(world.open(), pool);
    world.score(prepared);
    assertThatThrownBy(() -> planned(prepared, pool, ",\"settings\":{\"wait_boost_weight\":0.5}"))
        .isInstanceOf(TilesOutdatedException.class)
        .hasMessageContaining("weight");
  }

  @Test
  void everyStepKeepsTheLock() {
    var pool = world.pool(input);
    var cycle = world.open();
    world.clock.advance(Duration.ofSeconds(200));
    var prepared = world.prepare(cycle, pool);
    assertThat(world.lock.state().orElseThrow().leaseUntil())
        .isEqualTo(world.clock.instant().plusSeconds(300));
    world.clock.advance(Duration.ofSeconds(200));
    world.score(prepared);
    assertThat(world.lock.state().orElseThrow().leaseUntil())
        .isEqualTo(world.clock.instant().plusSeconds(300));
  }

  @Test
  void whatIsPreparedIsCountedInTheCyclesRecord() {
    var prepared = world.prepare(world.open(), world.pool(input));
    var record = world.records.find(Pools.CYCLE).orElseThrow();
    assertThat(record.counts()).containsAllEntriesOf(Map.of("tiles", 10L));
    assertThat(world.prepare(prepared.cycle(), world.pool(input))).isEqualTo(prepared);
    assertThat(TileWork.tiles(world.store, prepared.tiles())).hasSize(10);
  }
}

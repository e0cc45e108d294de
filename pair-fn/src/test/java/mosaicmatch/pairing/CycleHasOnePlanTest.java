package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.lock.LockLostException;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.Plan;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.settings.Environment;
import mosaicmatch.settings.WrongSettingException;
import mosaicmatch.traits.SeekerVectors;
import mosaicmatch.traits.TraitServiceUnavailableException;
import org.junit.jupiter.api.Test;

class CycleHasOnePlanTest {

  private final PlanWorld world = new PlanWorld();
  private final PairingInput input = Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2);

  @Test
  void planIsWrittenAndAdopted() {
    var pool = world.pool(input);
    var plan = world.compute(world.open(), pool).plan();
    var expected = new PriorityGreedy().pair(input, Progress.IGNORED);
    assertThat(world.pairs(plan)).isEqualTo(expected.pairs());
    assertThat(world.unmatched(plan)).isEqualTo(expected.unmatched());
    assertThat(plan.adopted()).isFalse();
    assertThat(world.records.find(Pools.CYCLE).orElseThrow().plan().orElseThrow().plan())
        .isEqualTo(plan);
  }

  @Test
  void recordedInputGivesTheSamePlanBitForBit() {
    var plan = world.compute(world.open(), world.pool(input)).plan();
    var document = world.store.plan(plan.key());
    List<Seeker> pool;
    try (var seekers = world.store.pool(document.poolKey())) {
      pool = seekers.toList();
    }
    var settings =
        new PairingSettings(
            Double.parseDouble(document.settings().get("threshold")),
            Double.parseDouble(document.settings().get("wait_boost_weight")),
            document.settings().get("strategy"));
    var recorded =
        new PairingInput(
            document.cycleId(), pool, world.store.vectors(document.vectorsKey()), settings);
    var again = Strategies.named(settings.strategy()).pair(recorded, Progress.IGNORED);
    assertThat(world.pairs(plan)).isNotEmpty().isEqualTo(again.pairs());
    assertThat(world.unmatched(plan)).isEqualTo(again.unmatched());
    assertThat(document.algorithm()).isEqualTo("priority-greedy/1");
    assertThat(document.counts()).containsEntry("seekers", 61L).containsEntry("left_out", 0L);
    assertThat(document.scores()).containsKeys("mean_similarity", "mean_score");
  }

  @Test
  void repeatedCallGetsTheStoredAnswer() {
    var cycle = world.open();
    var pool = world.pool(input);
    var first = world.compute(cycle, pool);
    var files = world.store.keys();
    assertThat(world.compute(cycle, pool)).isEqualTo(first);
    assertThat(world.store.keys()).isEqualTo(files);
  }

  @Test
  void redriveAdoptsThePlanWhateverThePoolHasBecome() {
    var cycle = world.open();
    var first = world.compute(cycle, world.pool(input)).plan();
    var redriven = new Cycle(cycle.id(), cycle.execution(), 1, cycle.fence(), false);
    var other = world.pool(Pools.draw(6, 40, 6, Shape.RANDOM, 0));
    assertThat(world.compute(redriven, other).plan()).isEqualTo(first.asAdopted());
  }

  @Test
  void whoeverComesSecondAdoptsTheFirst() {
    var cycle = world.open();
    var pool = world.pool(input);
    var first = new ArrayList<Plan>();
    SeekerVectors overtaken =
        ids -> {
          var redriven = new Cycle(cycle.id(), cycle.execution(), 0, cycle.fence(), false);
          var computing =
              new ComputePairs(
                  world.lock,
                  world.records,
                  world.store,
                  new VectorPages(world.traits),
                  Candidates.exact(),
                  world.clock);
          first.add(
              computing
                  .compute(
                      redriven,
                      pool,
                      new PairingSettings(0.9, 0, "priority-greedy"),
                      () -> Duration.ofMinutes(15))
                  .plan());
          return world.traits.fetch(ids);
        };
    var plan = world.compute(overtaken, cycle, pool, "").plan();
    assertThat(plan).isEqualTo(first.getFirst().asAdopted());
  }

  @Test
  void settingsOfTheCycleGoBeforeThoseOfTheFunction() {
    var computed =
        world.compute(
            world.traits,
            world.open(),
            world.pool(input),
            ",\"settings\":{\"threshold\":2,\"wait_boost_weight\":0}");
    assertThat(computed.plan().pairs()).isZero();
    assertThat(world.store.plan(computed.plan().key()).settings())
        .isEqualTo(
            Map.of("threshold", "2.0", "wait_boost_weight", "0.0", "strategy", "priority-greedy"));
  }

  @Test
  void wrongSettingsOfTheCycleAreRefused() {
    var cycle = world.open();
    var pool = world.pool(input);
    for (var wrong : List.of("\"threshold\":3", "\"wait_boost_weight\":-1", "\"strategy\":\"x\"")) {
      assertThatThrownBy(
              () -> world.compute(world.traits, cycle, pool, ",\"settings\":{" + wrong + "}"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("settings")
          .hasMessageContaining("must");
    }
  }

  @Test
  void moreThanHalfUnusableWritesNothing() {
    var vectors = new HashMap<SeekerId, float[]>();
    vectors.put(Pools.id(1), new float[] {1, 2});
    var pool = world.pool(Pools.input(input.seekers(), vectors, 0.35, 0.1));
    var cycle = world.open();
    assertThatThrownBy(() -> world.compute(cycle, pool)).isInstanceOf(PoolUnusableException.class);
    assertThat(world.store.keys()).containsExactly(pool.key());
    assertThat(world.records.find(Pools.CYCLE).orElseThrow().plan()).isEmpty();
  }

  @Test
  void unusableVectorsAreCountedAndNotKept() {
    var vectors = new HashMap<>(input.vectors());
    vectors.put(Pools.id(4), new float[] {Float.NaN, 0, 0, 0, 0, 0});
    vectors.put(Pools.id(9), new float[] {1, 2});
    var pool = world.pool(Pools.input(input.seekers(), vectors, 0.35, 0.1));
    var plan = world.compute(world.open(), pool).plan();
    assertThat(plan.leftOut()).isEqualTo(2);
    assertThat(world.store.vectors(world.store.plan(plan.key()).vectorsKey()))
        .hasSize(59)
        .doesNotContainKeys(Pools.id(4), Pools.id(9));
  }

  @Test
  void progressKeepsTheLock() {
    var cycle = world.open();
    var pool = world.pool(input);
    SeekerVectors slow =
        ids -> {
          world.clock.advance(Duration.ofSeconds(200));
          return world.traits.fetch(ids);
        };
    world.compute(slow, cycle, pool, "");
    assertThat(world.lock.state().orElseThrow().leaseUntil())
        .isEqualTo(world.clock.instant().plusSeconds(300));
  }

  @Test
  void lostLockEndsTheStepAndNothingIsWritten() {
    var cycle = world.open();
    var pool = world.pool(input);
    SeekerVectors overtaken =
        ids -> {
          world.lock.release(cycle);
          return world.traits.fetch(ids);
        };
    assertThatThrownBy(() -> world.compute(overtaken, cycle, pool, ""))
        .isInstanceOf(LockLostException.class);
    assertThat(world.store.keys()).containsExactly(pool.key());
  }

  @Test
  void pageThatFailsFailsTheStepByItsOwnName() {
    var cycle = world.open();
    var pool = world.pool(input);
    world.traits.down(true);
    assertThatThrownBy(() -> world.compute(cycle, pool))
        .isInstanceOf(TraitServiceUnavailableException.class);
    assertThat(world.store.keys()).containsExactly(pool.key());
  }

  @Test
  void vectorsOfALargePoolComeInPages() {
    var sizes = Collections.synchronizedList(new ArrayList<Integer>());
    var large = Pools.draw(8, 2500, 2, Shape.CLUSTERED, 0);
    SeekerVectors counted =
        ids -> {
          sizes.add(ids.size());
          return world.traits.fetch(ids);
        };
    world.pool(large);
    var fetched = new VectorPages(counted).fetch(large.seekers(), () -> {});
    assertThat(sizes).containsExactlyInAnyOrder(1000, 1000, 500);
    assertThat(fetched.keySet()).isEqualTo(large.vectors().keySet());
  }

  @Test
  void dryRunPlansWithoutTheLock() {
    var dry = new CycleId("dry-2026-11-22T02:00:13Z");
    var cycle = new Cycle(dry, "execution-1", 0, 0, true);
    world.records.open(cycle);
    var plan = world.compute(cycle, world.pool(input)).plan();
    assertThat(world.pairs(plan)).isNotEmpty().allMatch(pair -> pair.cycleId().equals(dry));
    assertThat(world.lock.state()).isEmpty();
  }

  @Test
  void functionStartsWithItsSettingsAndNamesWrongOnes() {
    var settings =
        Map.of(
            "AWS_REGION", "eu-west-1",
            "MOSAIC_BUCKET", "cycles",
            "MOSAIC_TRAIT_SERVICE_URL", "http://127.0.0.1:9");
    assertThat(new ComputePairsHandler(new AwsClients(new Environment(settings)))).isNotNull();
    var wrongOnes =
        Map.of(
            "MOSAIC_THRESHOLD", "high",
            "MOSAIC_WAIT_BOOST_WEIGHT", "1.5",
            "MOSAIC_STRATEGY", "best");
    wrongOnes.forEach(
        (name, value) -> {
          var wrong = new HashMap<>(settings);
          wrong.put(name, value);
          assertThatThrownBy(() -> new ComputePairsHandler(new AwsClients(new Environment(wrong))))
              .isInstanceOf(WrongSettingException.class)
              .hasMessageContaining(name);
        });
  }
}

package mosaicmatch.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.json.Json;
import mosaicmatch.pairing.Pools.Shape;
import mosaicmatch.plan.MissingFileException;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedSeeker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PastPlanIsComputedAgainTest {

  private final PlanWorld world = new PlanWorld();
  private final PlanReplay replay = new PlanReplay(world.store);

  private PlanDocument planned(PairingInput input) {
    return world.store.plan(world.compute(world.open(), world.pool(input)).plan().key());
  }

  private PlanDocument planned() {
    return planned(Pools.draw(5, 61, 6, Shape.CLUSTERED, 0.2));
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyPlanComesOutTheSameToTheByte(Shape shape) {
    var plan = planned(Pools.draw(11, 200, 16, shape, 0.3));
    var replayed = replay.replay(plan);
    assertThat(replayed.difference()).isEmpty();
    assertThat(replayed.pairs() * 2 + replayed.unmatched()).isEqualTo(200);
    assertThat(replayed.algorithm()).isEqualTo("priority-greedy/1");
  }

  @Test
  void seekersWithoutAUsableVectorAreLeftOutAgain() {
    var input = Pools.draw(7, 20, 4, Shape.RANDOM, 0);
    var vectors = new HashMap<>(input.vectors());
    vectors.put(Pools.id(3), new float[4]);
    vectors.remove(Pools.id(4));
    var plan = planned(Pools.input(input.seekers(), vectors, 0.35, 0.1));
    assertThat(replay.replay(plan).difference()).isEmpty();
  }

  @Test
  void firstLineThatDiffersIsTold() {
    var plan = planned();
    var pairs = pairs(plan);
    var second = pairs.get(1);
    pairs.set(1, withScore(second, Math.nextUp(second.score())));
    write(plan.pairsKey(), pairs);
    var difference = replay.replay(plan).difference().orElseThrow();
    assertThat(difference.key()).isEqualTo(plan.pairsKey());
    assertThat(difference.line().line()).isEqualTo(2);
    assertThat(difference.line().stored()).isNotEqualTo(difference.line().expected());
  }

  @Test
  void missingAndSurplusLinesDiffer() {
    var plan = planned();
    List<UnmatchedSeeker> unmatched;
    try (var lines = world.store.unmatched(plan.unmatchedKey())) {
      unmatched = lines.toList();
    }
    write(plan.unmatchedKey(), unmatched.subList(0, unmatched.size() - 1));
    var missing = replay.replay(plan).difference().orElseThrow();
    assertThat(missing.line().line()).isEqualTo(unmatched.size());
    assertThat(missing.line().stored()).isEmpty();
    write(
        plan.unmatchedKey(), List.of(unmatched, unmatched).stream().flatMap(List::stream).toList());
    assertThat(replay.replay(plan).difference().orElseThrow().line().expected()).isEmpty();
  }

  @Test
  void changedSettingLeadsToAnotherPlan() {
    var plan = planned();
    var settings = new HashMap<>(plan.settings());
    settings.put("threshold", "0.9");
    assertThat(replay.replay(with(plan, plan.algorithm(), settings)).difference()).isPresent();
  }

  @Test
  void planOfAnotherVersionCanNotBeCompared() {
    var plan = planned();
    assertThatThrownBy(() -> replay.replay(with(plan, "priority-greedy/0", plan.settings())))
        .isInstanceOf(OtherAlgorithmException.class)
        .hasMessageContaining("priority-greedy/0")
        .hasMessageContaining("priority-greedy/1");
    var unknown = Map.of("threshold", "0.35", "wait_boost_weight", "0.1", "strategy", "oracle");
    assertThatThrownBy(() -> replay.replay(with(plan, "oracle/3", unknown)))
        .isInstanceOf(OtherAlgorithmException.class);
    assertThatThrownBy(() -> replay.replay(with(plan, "oracle/3", Map.of())))
        .isInstanceOf(OtherAlgorithmException.class);
  }

  @Test
  void inputThatIsGoneIsNamed() {
    var plan = planned();
    var gone =
        new PlanDocument(
            plan.cycleId(),
            "cycles/gone.jsonl",
            plan.pairsKey(),
            plan.unmatchedKey(),
            plan.vectorsKey(),
            plan.clock(),
            plan.algorithm(),
            plan.settings(),
            plan.counts(),
            plan.scores());
    assertThatThrownBy(() -> replay.replay(gone))
        .isInstanceOf(MissingFileException.class)
        .hasMessageContaining("cycles/gone.jsonl");
  }

  private List<PlannedPair> pairs(PlanDocument plan) {
    try (var lines = world.store.pairs(plan.pairsKey())) {
      return new ArrayList<>(lines.toList());
    }
  }

  private static PlannedPair withScore(PlannedPair pair, double score) {
    return new PlannedPair(
        pair.cycleId(),
        pair.pairKey(),
        pair.user1(),
        pair.user2(),
        score,
        pair.similarity(),
        pair.boost1(),
        pair.boost2(),
        pair.rank(),
        pair.runnerUpScore());
  }

  private void write(String key, List<?> values) {
    var text = new StringBuilder();
    for (var value : values) {
      try {
        var line = Json.mapper().writeValueAsBytes(value);
        text.append(new String(line, StandardCharsets.UTF_8)).append('\n');
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
    world.store.put(key, text.toString());
  }

  private static PlanDocument with(
      PlanDocument plan, String algorithm, Map<String, String> settings) {
    return new PlanDocument(
        plan.cycleId(),
        plan.poolKey(),
        plan.pairsKey(),
        plan.unmatchedKey(),
        plan.vectorsKey(),
        plan.clock(),
        algorithm,
        settings,
        plan.counts(),
        plan.scores());
  }
}

package mosaicmatch.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import mosaicmatch.bench.measure.Measure;
import mosaicmatch.bench.pairing.Settings;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeersMakeTheSamePairsTest {

  private static final PythonPeer PEER = new PythonPeer(Path.of(".."));

  @ParameterizedTest
  @EnumSource(names = {"FLAT", "BATCHES"})
  void exactPeersMakeExactlyTheEnginesPairs(Method method) throws Exception {
    assumeTrue(PEER.isInstalled(), "bench/peers/install has not been run here");
    for (var shape : Shape.values()) {
      var pool = BenchPool.of(shape, 501, 24, 9);
      var race = Race.run(PEER, method, pool, Settings.greedy(0.35), 1);
      assertThat(race.shared()).isEqualTo(1);
    }
  }

  @Test
  void theGraphFindsMostOfThem() throws Exception {
    assumeTrue(PEER.isInstalled(), "bench/peers/install has not been run here");
    var pool = BenchPool.of(Shape.CLUSTERED, 600, 24, 9);
    var race = Race.run(PEER, Method.GRAPH, pool, Settings.greedy(0.35), 1);
    assertThat(race.facts().path("recall").asDouble()).isGreaterThanOrEqualTo(0.95);
    assertThat(race.shared()).isGreaterThan(0.8);
  }

  @Test
  void whereThereIsNoPeerItsGoalsAreMissed(@TempDir Path empty) throws Exception {
    var rows = new PeersBenchmark(new PythonPeer(empty), Map.of(60, 4.0), 60, 8).run();
    assertThat(rows)
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.note()).contains("not measured: ", "bench/peers/install"))
        .extracting(Measure::value)
        .containsOnly(Double.NaN);
  }
}

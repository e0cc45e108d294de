package mosaicmatch.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.util.Locale;
import mosaicmatch.bench.measure.Folders;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.bench.measure.Rounds;
import mosaicmatch.bench.pairing.Engine;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.pairing.PairingSettings;

/**
 * The engine and a peer at one pool, in turns; both start from vectors in memory and end with pairs
 * in memory, the engine with its explanations as well.
 *
 * @param seconds of both, by round
 * @param facts what the peer told last
 * @param shared share of the engine's pairs that the peer has made as well
 */
record Race(Rounds seconds, JsonNode facts, double shared) {

  private static final int THREADS = 2;

  static Race run(
      PythonPeer peer, Method method, BenchPool pool, PairingSettings settings, int rounds)
      throws Exception {
    var folder = Files.createTempDirectory("peer-bench-");
    try {
      var handover = new Handover(folder, pool);
      handover.write(settings, THREADS);
      var input = pool.input(settings);
      var plan = Engine.run(input).pairing();
      var facts = new JsonNode[] {MissingNode.getInstance()};
      var seconds =
          Rounds.of(
              rounds,
              () -> Engine.run(input).seconds(),
              () -> {
                facts[0] = peer.run(handover, method);
                return told(method, facts[0]);
              });
      return new Race(seconds, facts[0], handover.sharedWith(plan));
    } finally {
      Folders.delete(folder);
    }
  }

  private static double told(Method method, JsonNode facts) {
    double seconds = facts.path("seconds").asDouble();
    Progress.tell(String.format(Locale.ROOT, "%s took %.1f s", method.argument(), seconds));
    return seconds;
  }
}

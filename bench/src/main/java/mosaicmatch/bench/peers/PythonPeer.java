package mosaicmatch.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs {@code bench/peers/peer.py} in its environment. */
final class PythonPeer {

  private static final Duration TIME_LIMIT = Duration.ofMinutes(15);

  private final Path root;

  PythonPeer(Path root) {
    this.root = root;
  }

  private Path python() {
    return root.resolve("bench/target/peers/venv/bin/python");
  }

  boolean isInstalled() {
    return Files.isExecutable(python());
  }

  /**
   * Pairs a pool that was handed over.
   *
   * @return what the peer tells of it
   * @throws PeerMissingException if it is not installed
   * @throws IllegalStateException if it fails or takes longer than 15 minutes
   */
  JsonNode run(Handover handover, Method method) throws IOException, InterruptedException {
    if (!isInstalled()) {
      throw new PeerMissingException();
    }
    var out = handover.folder().resolve("facts.json");
    var script = root.resolve("bench/peers/peer.py").toString();
    var process =
        new ProcessBuilder(
                python().toString(), script, handover.folder().toString(), method.argument())
            .redirectOutput(out.toFile())
            .redirectError(Redirect.INHERIT)
            .start();
    if (!process.waitFor(TIME_LIMIT)) {
      process.destroyForcibly();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the peer failed at " + method.argument());
    }
    return new ObjectMapper().readTree(out.toFile());
  }
}

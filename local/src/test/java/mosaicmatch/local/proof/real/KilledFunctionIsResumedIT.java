package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import mosaicmatch.local.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged function is killed by a signal after each step of a pair, and once before. */
class KilledFunctionIsResumedIT {

  private static final Pattern PAIR_KEY = Pattern.compile("\"(killed-[^\"#]+#killed-[^\"#]+)\"");

  @TempDir private Path folder;

  /** When a pair's process ends. */
  private record Death(PairStep step, boolean done) {}

  private final List<Death> deaths = new ArrayList<>();
  private final Map<String, Death> byPair = new HashMap<>();
  private final List<Death> died = new ArrayList<>();

  @Test
  void whateverAttemptIsKilledTheNextFinishesItsPair() throws Exception {
    for (var step : PairStep.values()) {
      deaths.add(new Death(step, true));
    }
    deaths.add(new Death(PairStep.OPEN_ROOM, false));
    long began = System.nanoTime();
    var settings = Map.of("MOSAIC_MAX_PAIR_CONCURRENCY", "1", "MOSAIC_RETRY_WAIT_SECONDS", "60");
    try (var system =
        RealSystem.start(folder.resolve("home"), settings, UnaryOperator.identity())) {
      system.optIn(RealSystem.couples("killed", deaths.size()));
      system.isolatePairs();
      system.meddleWithPorts(this::killOnce);

      system.runCycle();

      assertThat(died).containsExactlyInAnyOrderElementsOf(deaths);
      StoredPromises.hold(system);
    } finally {
      RealPartsRow.add(System.nanoTime() - began);
    }
  }

  private synchronized Reply killOnce(PortCall call, PortCall.Onward onward) throws IOException {
    var step = PairStep.of(call);
    if (step.isEmpty()) {
      return onward.go();
    }
    var key = PAIR_KEY.matcher(call.body());
    assertThat(key.find()).isTrue();
    var death =
        byPair.computeIfAbsent(key.group(1), _ -> deaths.get(byPair.size() % deaths.size()));
    if (died.contains(death) || death.step() != step.get()) {
      return onward.go();
    }
    died.add(death);
    if (!death.done()) {
      PairsInChildProcesses.kill();
      return Answers.unavailable();
    }
    var reply = onward.go();
    PairsInChildProcesses.kill();
    return reply;
  }
}

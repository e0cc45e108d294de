package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 7: a redrive re-runs just what failed, and the lock is free by then. */
class RedriveFinishesOnlyFailedPairsTest {

  @TempDir private Path folder;

  @Test
  void healthyPairsFinishFirstAndARedriveTakesUpTheOthers() throws IOException {
    var mosaic = new MosaicRun(folder);
    var broken =
        mosaic.says(
            "run", "--people", mosaic.people().toString(), "--break", "nakama:0.6@7", "--json");
    assertThat(broken.exitCode()).as(broken.err()).isEqualTo(ExitCode.UNFINISHED);
    assertThat(broken.json().at("/status").asText()).isEqualTo("FAILED");
    int completed = broken.json().at("/summary/completed").asInt();
    int unfinished = broken.json().at("/summary/unfinished").asInt();
    assertThat(completed).isPositive();
    assertThat(unfinished).isPositive();
    assertThat(mosaic.says("status", "--json").json().at("/lock_owner").isMissingNode()).isTrue();
    var before = attempts(mosaic);

    var redriven = mosaic.says("redrive", "--json");

    assertThat(redriven.exitCode()).as(redriven.err()).isZero();
    assertThat(redriven.json().at("/status").asText()).isEqualTo("SUCCEEDED");
    assertThat(redriven.json().at("/summary/completed").asInt()).isEqualTo(completed + unfinished);
    var after = attempts(mosaic);
    var triedAgain =
        after.entrySet().stream()
            .filter(pair -> !pair.getValue().equals(before.get(pair.getKey())))
            .count();
    assertThat(triedAgain).isEqualTo(unfinished);
  }

  @Test
  void anOutageOfNakamaPoisonsNobodyAndReconciliationFinishesForward() throws IOException {
    var mosaic = new MosaicRun(folder).with("MOSAIC_RECONCILE_GRACE_SECONDS", "0");
    mosaic.says("run", "--people", mosaic.people().toString(), "--break", "nakama:1");
    assertThat(mosaic.says("status").exitCode()).isEqualTo(ExitCode.UNFINISHED);

    var reconciled = mosaic.says("reconcile", "--json");

    assertThat(reconciled.exitCode()).as(reconciled.err()).isZero();
    assertThat(mosaic.says("status").exitCode()).as(reconciled.out()).isZero();
    for (var pair : mosaic.says("pairs", "--json").json()) {
      assertThat(pair.at("/status").asText()).isEqualTo("completed");
    }
  }

  private static Map<String, JsonNode> attempts(MosaicRun mosaic) throws IOException {
    var attempts = new HashMap<String, JsonNode>();
    for (var pair : mosaic.says("pairs", "--json").json()) {
      var key = pair.at("/pair_key").asText();
      attempts.put(key, mosaic.says("pair", key, "--json").json().at("/entry/attempt"));
    }
    return attempts;
  }
}

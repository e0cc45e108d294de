package mosaicmatch.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.lambda.PayloadTooLargeException;
import mosaicmatch.local.sandbox.handlers.Misbehaving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxesAreFewAndKeptWarmTest {

  @TempDir private Path folder;

  @Test
  void aWarmSandboxIsUsedAgain() {
    try (var sandboxes = TestSandboxes.of(folder, Misbehaving.class)) {
      var first = sandboxes.says("pid").payload();
      assertThat(sandboxes.says("throw").failed()).isTrue();
      assertThat(sandboxes.says("pid").payload()).isEqualTo(first);
    }
  }

  @Test
  void moreCallsThanSandboxesWaitTheirTurn() throws Exception {
    var function =
        TestSandboxes.function(Misbehaving.class.getName(), Duration.ofSeconds(60), Map.of());
    var pids = new HashSet<String>();
    try (var sandboxes = TestSandboxes.of(folder, function, 2);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> call = () -> sandboxes.says("pid").payload();
      for (var answer : callers.invokeAll(Stream.generate(() -> call).limit(8).toList())) {
        pids.add(answer.get());
      }
    }
    assertThat(pids).hasSizeBetween(1, 2).allMatch(pid -> pid.matches("\\d+"));
  }

  @Test
  void tooLargeAPayloadReachesNoSandboxAndTooLargeAnAnswerIsAnError() {
    try (var sandboxes = TestSandboxes.of(folder, Misbehaving.class)) {
      var functions = new Functions(InstantSource.fixed(Instant.EPOCH));
      functions.register("Tested", sandboxes.pool());
      var tooLarge = new byte[Functions.MAX_PAYLOAD_BYTES + 1];
      assertThatThrownBy(() -> functions.invoke(FunctionName.parse("Tested"), tooLarge))
          .isInstanceOf(PayloadTooLargeException.class);
      assertThat(sandboxes.pool().pids()).isEmpty();

      var outcome = sandboxes.says("much");
      assertThat(outcome.failed()).isTrue();
      assertThat(outcome.payload()).contains("Function.ResponseSizeTooLarge", "7000000 bytes");
      assertThat(sandboxes.says("pid").failed()).isFalse();
    }
  }

  @Test
  void closedSandboxesLeaveNoProcess() {
    var sandboxes = TestSandboxes.of(folder, Misbehaving.class);
    var pid = Long.parseLong(sandboxes.says("pid").payload());
    var child = ProcessHandle.of(pid).orElseThrow();
    sandboxes.close();
    child.onExit().join();
    assertThat(child.isAlive()).isFalse();
    assertThatThrownBy(() -> sandboxes.says("pid")).hasMessageContaining("stopping");
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    for (int number : List.of(0, 65)) {
      assertThatThrownBy(() -> new SandboxSettings(folder, number, true, Optional.empty()))
          .hasMessageContaining("from 1 to 64");
    }
  }
}

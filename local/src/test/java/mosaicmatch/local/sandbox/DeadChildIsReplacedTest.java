package mosaicmatch.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mosaicmatch.local.sandbox.handlers.Misbehaving;
import mosaicmatch.local.sandbox.handlers.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadChildIsReplacedTest {

  @TempDir private Path folder;

  @Test
  void aChildThatDiesInACallIsAnErrorAndTheNextCallHasAnother() throws IOException {
    try (var sandboxes = TestSandboxes.of(folder, Misbehaving.class)) {
      var before = sandboxes.says("pid").payload();
      var error = sandboxes.answer("exit");
      assertThat(error.at("/errorType").asText()).isEqualTo("Runtime.ExitError");
      assertThat(error.at("/errorMessage").asText())
          .matches("RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 3");
      assertThat(sandboxes.says("pid").payload()).isNotEqualTo(before);
    }
  }

  @Test
  void aChildThatDiesIdleLosesNoEvent() throws Exception {
    try (var sandboxes = TestSandboxes.of(folder, Misbehaving.class)) {
      var pid = Long.parseLong(sandboxes.says("pid").payload());
      var child = ProcessHandle.of(pid).orElseThrow();
      child.destroyForcibly();
      child.onExit().get(30, TimeUnit.SECONDS);
      var answer = sandboxes.says("pid");
      assertThat(answer.failed()).isFalse();
      assertThat(Long.parseLong(answer.payload())).isNotEqualTo(pid);
    }
  }

  @Test
  void aFunctionThatOutlivesItsTimeOutIsKilled() throws Exception {
    var function =
        TestSandboxes.function(Misbehaving.class.getName(), Duration.ofSeconds(2), Map.of());
    try (var sandboxes = TestSandboxes.of(folder, function, 1)) {
      var pid = Long.parseLong(sandboxes.says("pid").payload());
      var child = ProcessHandle.of(pid).orElseThrow();
      var error = sandboxes.answer("hang");
      assertThat(error.at("/errorType").asText()).isEqualTo("Sandbox.Timedout");
      assertThat(error.at("/errorMessage").asText()).endsWith("Task timed out after 2.00 seconds");
      child.onExit().get(30, TimeUnit.SECONDS);
      assertThat(sandboxes.says("pid").failed()).isFalse();
    }
  }

  @Test
  void aFunctionThatFillsItsMemoryFailsAndTheNextCallHasAnother() throws IOException {
    try (var sandboxes = TestSandboxes.of(folder, Misbehaving.class)) {
      var before = sandboxes.says("pid").payload();
      assertThat(sandboxes.answer("fill").at("/errorType").asText())
          .isEqualTo("java.lang.OutOfMemoryError");
      assertThat(sandboxes.says("pid").payload()).isNotEqualTo(before);
    }
  }

  @Test
  void childrenDieWithAParentThatIsKilled() throws Exception {
    var parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Parent.class.getName(),
                folder.toString())
            .redirectError(folder.resolve("parent.err").toFile())
            .start();
    try (var said = parent.inputReader(StandardCharsets.UTF_8)) {
      var child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      parent.destroyForcibly().waitFor();
      child.onExit().get(60, TimeUnit.SECONDS);
      assertThat(child.isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }
}

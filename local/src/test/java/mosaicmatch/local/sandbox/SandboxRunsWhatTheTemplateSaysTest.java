package mosaicmatch.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mosaicmatch.local.sandbox.handlers.Misbehaving;
import mosaicmatch.local.sandbox.handlers.NeedsASetting;
import mosaicmatch.local.sandbox.handlers.Telling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxRunsWhatTheTemplateSaysTest {

  private static final Duration MINUTE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void handlerIsGivenItsEventAndWhatLambdaTellsOfTheCall() throws IOException {
    var function =
        TestSandboxes.function(Telling.class.getName(), MINUTE, Map.of("GIVEN", "by the template"));
    try (var sandboxes = TestSandboxes.of(folder, function, 1)) {
      var told = sandboxes.answer("äöü");
      assertThat(told.at("/event").asText()).isEqualTo("äöü");
      assertThat(told.at("/request").asText()).hasSize(36);
      assertThat(told.at("/arn").asText()).endsWith(":function:Tested:live");
      assertThat(told.at("/name").asText()).isEqualTo("Tested");
      assertThat(told.at("/memory").asInt()).isEqualTo(128);
      assertThat(told.at("/left").asInt()).isBetween(1, 60_000);
      assertThat(told.at("/heap").asLong()).isBetween(100L << 20, 110L << 20);
      assertThat(told.at("/folder").asText()).isEqualTo(function.codeUri().toString());
      assertThat(told.at("/loader").asText()).isEqualTo("CustomerClassLoader");
      assertThat(sandboxes.log())
          .contains("log line of the function", "error line of the function");
    }
  }

  @Test
  void environmentIsTheTemplatesAndNothingOfThisProcess() throws IOException {
    var function =
        TestSandboxes.function(Telling.class.getName(), MINUTE, Map.of("GIVEN", "by the template"));
    try (var sandboxes = TestSandboxes.of(folder, function, 1)) {
      var told = sandboxes.answer("x");
      assertThat(told.at("/given").asText()).isEqualTo("by the template");
      assertThat(told.at("/home").asText()).isEqualTo("null");
    }
  }

  @Test
  void aWrongHandlerNameShowsAsLambdasError() throws IOException {
    var function = TestSandboxes.function("mosaicmatch.NoSuchHandler", MINUTE, Map.of());
    try (var sandboxes = TestSandboxes.of(folder, function, 1)) {
      var outcome = sandboxes.says("x");
      assertThat(outcome.failed()).isTrue();
      assertThat(outcome.payload()).contains("Class not found: mosaicmatch.NoSuchHandler");
      assertThat(new ObjectMapper().readTree(outcome.payload()).at("/errorType").asText())
          .isEqualTo("java.lang.ClassNotFoundException");
    }
  }

  @Test
  void aMissingVariableShowsAsTheErrorOfTheStart() throws IOException {
    try (var sandboxes = TestSandboxes.of(folder, NeedsASetting.class)) {
      var outcome = sandboxes.says("x");
      assertThat(outcome.failed()).isTrue();
      assertThat(outcome.payload()).contains("MOSAIC_NEEDED");
      assertThat(new ObjectMapper().readTree(outcome.payload()).at("/errorType").asText())
          .isEqualTo("java.lang.IllegalArgumentException");
    }
  }

  @Test
  void whatTheHandlerThrowsLeavesByItsClassName() throws IOException {
    try (var sandboxes = TestSandboxes.of(folder, Misbehaving.class)) {
      var error = sandboxes.answer("throw");
      assertThat(error.at("/errorType").asText()).isEqualTo("java.lang.IllegalStateException");
      assertThat(error.at("/errorMessage").asText()).isEqualTo("as told");
      assertThat(error.at("/stackTrace/0").asText()).contains("Misbehaving");
    }
  }

  @Test
  void optionsOfTheFunctionComeBeforeTheRuntimesOwn() {
    var plain = TestSandboxes.function("X", MINUTE, Map.of());
    assertThat(Jvm.command(plain, folder)).contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    var choosing =
        TestSandboxes.function(
            "X", MINUTE, Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC -XX:TieredStopAtLevel=4"));
    assertThat(Jvm.command(choosing, folder))
        .doesNotContain("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  @Test
  void aPlatformThatAwssRuntimeDoesNotKnowIsNamed() {
    assertThat(RuntimeLibrary.platform("Linux", "amd64")).startsWith("linux").endsWith("-x86_64");
    assertThat(RuntimeLibrary.platform("Linux", "aarch64")).endsWith("-aarch_64");
    assertThatThrownBy(() -> RuntimeLibrary.platform("Mac OS X", "aarch64"))
        .isInstanceOf(UnsupportedPlatformException.class)
        .hasMessageContaining("Mac OS X");
    assertThatThrownBy(() -> RuntimeLibrary.platform("Linux", "riscv64"))
        .hasMessageContaining("riscv64");
  }
}

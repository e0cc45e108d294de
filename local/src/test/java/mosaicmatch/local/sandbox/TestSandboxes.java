package mosaicmatch.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Outcome;
import mosaicmatch.local.sandbox.handlers.Misbehaving;
import mosaicmatch.local.template.TemplateFunction;

/** A function of the test's own classes in sandboxes. */
public final class TestSandboxes implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FunctionName NAME = FunctionName.parse("Tested:live");

  private final Path log;
  private final SandboxPool pool;

  private TestSandboxes(Path log, SandboxPool pool) {
    this.log = log;
    this.pool = pool;
  }

  /** The function that the template would have, with 128 MB. */
  static TemplateFunction function(String handler, Duration timeout, Map<String, String> given) {
    return new TemplateFunction(
        "TestedFunction", "Tested", handler, classes(), 128, timeout, given, List.of(), false);
  }

  static TestSandboxes of(Path folder, TemplateFunction function, int sandboxes) {
    try {
      var log = folder.resolve("function.log");
      var environment =
          FunctionEnvironment.of(function, Map.of(), Map.of("AWS_ACCESS_KEY_ID", "key"));
      var child =
          new Child(
              Jvm.command(function, RuntimeLibrary.in(folder)),
              environment,
              function.codeUri(),
              ChildLog.file(log, 1_000_000));
      return new TestSandboxes(
          log, new SandboxPool(child, function.timeout(), sandboxes, InstantSource.system()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestSandboxes of(Path folder, Class<?> handler) {
    return of(folder, function(handler.getName(), Duration.ofSeconds(60), Map.of()), 1);
  }

  /** One call of a new sandbox, which is left alive; answers its process id. */
  public static String callOnce(Path folder) {
    return of(folder, Misbehaving.class).says("pid").payload();
  }

  private static Path classes() {
    try {
      return Path.of(
          TestSandboxes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  SandboxPool pool() {
    return pool;
  }

  /** Calls it with a text. */
  Outcome says(String event) {
    return pool.call(NAME, TextNode.valueOf(event).toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What it answers, as JSON. */
  JsonNode answer(String event) throws IOException {
    return JSON.readTree(says(event).payload());
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    pool.close();
  }
}

package mosaicmatch.local.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.template.TemplateFunction;

/**
 * Starts a function anew, to see how long it takes until it asks for its first event. Services are
 * named but not there: setting a function up calls none.
 */
public final class ColdStart {

  private static final String NOWHERE = "http://127.0.0.1:9";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final Map<String, String> LOCAL =
      Map.of("MOSAIC_TRAIT_SERVICE_URL", NOWHERE, "MOSAIC_NAKAMA_URL", NOWHERE);

  private static final Map<String, String> AWS =
      Map.of(
          "AWS_ACCESS_KEY_ID",
          "nobody",
          "AWS_SECRET_ACCESS_KEY",
          "nothing",
          "AWS_ENDPOINT_URL_DYNAMODB",
          NOWHERE,
          "AWS_ENDPOINT_URL_S3",
          NOWHERE,
          "AWS_ENDPOINT_URL_SECRETS_MANAGER",
          NOWHERE,
          "AWS_ENDPOINT_URL_SFN",
          NOWHERE);

  private final TemplateFunction function;
  private final Path jar;
  private final Path folder;

  /**
   * For a function.
   *
   * @param project the folder of the template, from which it names its jar
   * @param folder where AOT caches and logs are kept
   */
  public ColdStart(TemplateFunction function, Path project, Path folder) {
    this.function = function;
    this.jar = project.resolve(function.codeUri()).toAbsolutePath();
    this.folder = folder;
  }

  /** How the function's classes come into the JVM. */
  public enum Form {
    /** As Lambda has it: unpacked, by a class loader of the runtime. */
    UNPACKED,
    /** From the jar on the JVM's class path, as only a start-up script of one's own could do. */
    ON_CLASS_PATH
  }

  /**
   * Starts it once.
   *
   * @param options further options of the JVM
   * @return from the start of the process to its first request for an event
   * @throws IllegalStateException if it can't be set up
   * @throws JarMissingException if it is not packaged
   * @throws IOException if it can't be started
   */
  public Duration once(Form form, List<String> options) throws IOException, InterruptedException {
    var api = new RuntimeApi(InstantSource.system());
    try (var server = LoopbackServer.start(Place.anywhere("a Runtime API"), api)) {
      return once(child(form, options), api, server.uri());
    }
  }

  /**
   * Starts it once for an AOT cache of what it loads, which the JVM writes when it is told to end.
   *
   * @return the cache
   * @throws IllegalStateException if none was written
   */
  public Path trained(Form form) throws IOException, InterruptedException {
    var cache = folder.resolve(function.name() + "-" + form + ".aot").toAbsolutePath();
    once(form, List.of("-XX:AOTCacheOutput=" + cache));
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the JVM wrote no AOT cache; see " + log());
    }
    return cache;
  }

  private Duration once(Child child, RuntimeApi api, URI address)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var process = child.start(address);
    var _ = process.onExit().thenAccept(ended -> api.exited(ended.exitValue()));
    try {
      var failed = api.turn().start().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      var took = Duration.ofNanos(System.nanoTime() - start);
      if (failed.isPresent()) {
        throw new IllegalStateException(function.name() + ": " + failed.get().payload());
      }
      process.destroy();
      process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return took;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(function.name() + " did not start; see " + log(), e);
    } finally {
      process.destroyForcibly();
      api.close();
    }
  }

  private Path log() {
    return folder.resolve(function.name() + ".log");
  }

  private Child child(Form form, List<String> options) throws IOException {
    var command = new ArrayList<>(Jvm.command(function, RuntimeLibrary.in(folder)));
    command.addAll(1, options);
    if (form == Form.ON_CLASS_PATH) {
      int classPath = command.indexOf("-cp") + 1;
      command.set(classPath, command.get(classPath) + File.pathSeparator + jar);
    }
    return new Child(
        command,
        FunctionEnvironment.of(function, LOCAL, AWS),
        form == Form.UNPACKED ? jar : Files.createDirectories(folder.resolve("empty")),
        ChildLog.file(log(), Long.MAX_VALUE));
  }
}

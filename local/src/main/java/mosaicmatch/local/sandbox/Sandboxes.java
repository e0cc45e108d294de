package mosaicmatch.local.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.local.template.TemplateFunction;

/** The functions of the template, each in sandboxes of its own. They die with this process. */
public final class Sandboxes implements AutoCloseable {

  private static final long MAX_LOG_BYTES = 20_000_000;

  private final Map<String, SandboxPool> pools;
  private final Thread atExit;

  private Sandboxes(Map<String, SandboxPool> pools) {
    this.pools = pools;
    atExit = new Thread(() -> pools.values().forEach(SandboxPool::close));
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Reads the template; children start when they are called.
   *
   * @param home where logs are written
   * @param local values on this machine for variables that the template has
   * @param aws how the functions reach AWS
   * @throws mosaicmatch.local.template.BadTemplateException if the template is wrong
   * @throws JarMissingException if a function is not packaged
   * @throws UnsupportedPlatformException if AWS's runtime does not run on this machine
   * @throws IOException if the home folder can't be written
   */
  public static Sandboxes open(
      SandboxSettings settings, Home home, Map<String, String> local, AwsAccess aws)
      throws IOException {
    var template = SamTemplate.read(settings.project().resolve("template.yaml"));
    var pools = new LinkedHashMap<String, SandboxPool>();
    for (var function : template.functions()) {
      pools.put(function.name(), pool(settings, home, local, aws, function));
    }
    return new Sandboxes(pools);
  }

  private static SandboxPool pool(
      SandboxSettings settings,
      Home home,
      Map<String, String> local,
      AwsAccess aws,
      TemplateFunction function)
      throws IOException {
    var code = settings.project().resolve(function.codeUri());
    TaskRoot.check(code);
    if (settings.unpackedFirst()) {
      TaskRoot.of(code);
    }
    var child =
        new Child(
            Jvm.command(function, RuntimeLibrary.in(home.resolve(Home.FUNCTIONS))),
            FunctionEnvironment.of(function, local, aws.environmentFor(function)),
            code,
            log(settings, home, function));
    return new SandboxPool(
        child, function.timeout(), settings.sandboxesPerFunction(), InstantSource.system());
  }

  private static ChildLog log(SandboxSettings settings, Home home, TemplateFunction function)
      throws IOException {
    return settings.log().isPresent()
        ? ChildLog.stream(settings.log().get())
        : ChildLog.file(logFile(home, function.name()), MAX_LOG_BYTES);
  }

  private static Path logFile(Home home, String name) {
    return home.resolve(Home.LOGS).resolve(name + ".log");
  }

  /** Lets all of them be called by their names. */
  public void registerIn(Functions functions) {
    pools.forEach(functions::register);
  }

  /** Kills every child. */
  @Override
  public void close() {
    pools.values().forEach(SandboxPool::close);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // This process is ending already.
    }
  }
}

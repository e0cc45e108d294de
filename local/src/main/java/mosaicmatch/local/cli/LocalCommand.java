package mosaicmatch.local.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import mosaicmatch.json.Json;
import mosaicmatch.local.sandbox.SandboxSettings;
import mosaicmatch.local.site.Site;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.settings.Environment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that works with a running system. */
abstract class LocalCommand implements Callable<Integer> {

  private static final ObjectMapper JSON =
      Json.mapper()
          .copy()
          .registerModule(new SimpleModule().addSerializer(Duration.class, new InSeconds()));

  private final LocalSettings settings;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Mosaic mosaic;

  @Option(names = "--json", description = "Print one JSON document instead of text.")
  private boolean json;

  LocalCommand(LocalSettings settings) {
    this.settings = settings;
  }

  /** Works with the system; answers the exit code. */
  abstract int work(Session session) throws Exception;

  /** The folder of the template and of the packaged functions. */
  static Path project() {
    return Path.of(System.getProperty("mosaic.root", ".")).toAbsolutePath().normalize();
  }

  /** These settings with each function in a JVM of its own. */
  static LocalSettings isolated(LocalSettings settings) {
    return settings.isolated(SandboxSettings.of(project(), new Environment(settings.functions())));
  }

  /** Whether it makes sense with a stack on AWS too. */
  boolean worksOnAws() {
    return true;
  }

  /**
   * What is to be said when the command is stopped in the middle.
   *
   * @param elsewhere whether the system runs on without it
   */
  String whenStopped(boolean elsewhere) {
    return elsewhere
        ? "stopped looking; what was begun goes on"
        : "stopped in the middle; the next ./mosaic run goes on from here";
  }

  final LocalSettings settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    return on(settings);
  }

  final int on(LocalSettings settings) throws Exception {
    var notice = new InterruptNotice(System.err, whenStopped(false));
    try (notice;
        var session = session(mosaic.whereabouts().open(settings))) {
      if (session.site().people().filter(people -> !people.elsewhere()).isEmpty()) {
        notice.say(whenStopped(true));
      }
      return work(session);
    }
  }

  private Session session(Site site) {
    return new Session(site, site.people().isPresent() ? settings.home() : site.folder());
  }

  RunProgress progress() {
    return new RunProgress(System.err);
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Time spans as numbers of seconds, as the command's JSON has them. */
  private static final class InSeconds extends StdSerializer<Duration> {

    InSeconds() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration span, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(BigDecimal.valueOf(span.toMillis(), 3));
    }
  }

  /** Prints a document as JSON, or as the text that stands for it. */
  void print(Object document, Runnable text) throws JsonProcessingException {
    if (json) {
      out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
    } else {
      text.run();
    }
    out().flush();
  }
}

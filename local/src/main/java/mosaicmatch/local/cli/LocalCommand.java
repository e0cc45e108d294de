package mosaicmatch.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mosaicmatch.json.Json;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that works with the running system. */
abstract class LocalCommand implements Callable<Integer> {

  private final LocalSettings settings;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON document instead of text.")
  private boolean json;

  LocalCommand(LocalSettings settings) {
    this.settings = settings;
  }

  /** Works with the system; answers the exit code. */
  abstract int work(Session session) throws Exception;

  final LocalSettings settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    return on(settings);
  }

  final int on(LocalSettings settings) throws Exception {
    try (var session = Session.start(settings)) {
      return work(session);
    }
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

  /** Prints a document as JSON, or as the text that stands for it. */
  void print(Object document, Runnable text) throws JsonProcessingException {
    if (json) {
      out().println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    } else {
      text.run();
    }
    out().flush();
  }
}

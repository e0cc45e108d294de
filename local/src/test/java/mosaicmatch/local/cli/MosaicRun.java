package mosaicmatch.local.cli;

import aslengine.time.EngineTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.settings.Environment;

/** Runs the mosaic command in this process, in a home folder of the test's own. */
final class MosaicRun {

  /** Ten people of whom five pairs are plainly alike. */
  static final List<String> TEXTS =
      List.of(
          "Bakes sourdough bread every weekend and talks about flour and crust.",
          "A baker at heart: sourdough starters, flour, bread ovens.",
          "Climbs rock faces and plans the next alpine route.",
          "Rock climbing, ropes, alpine mornings, blisters.",
          "Plays chess openings against strangers all night.",
          "Chess player who studies endgames and openings.",
          "Keeps bees, harvests honey, worries about mites.",
          "Beekeeper with nine hives and a cellar of honey.",
          "Restores old motorbikes and smells of engine oil.",
          "Motorbike engines, carburettors, long rides, oil.");

  private final Map<String, String> variables = new HashMap<>();
  private final Path folder;
  private boolean leaping = true;

  MosaicRun(Path folder) {
    this.folder = folder;
    variables.put("MOSAIC_HOME", folder.resolve("home").toString());
  }

  /** Lets the state machine wait as long as it says: for calls that take their time to start. */
  MosaicRun inRealTime() {
    leaping = false;
    return this;
  }

  Path home() {
    return folder.resolve("home");
  }

  MosaicRun with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Writes a file of people with these texts. */
  Path people(List<String> lines) throws IOException {
    return Files.write(folder.resolve("people.jsonl"), lines);
  }

  /** The ten people as a file. */
  Path people() throws IOException {
    var json = new ObjectMapper();
    var lines = new ArrayList<String>();
    for (int i = 0; i < TEXTS.size(); i++) {
      lines.add(
          json.createObjectNode()
              .put("user_id", "person-" + (10 + i))
              .put("text", TEXTS.get(i))
              .toString());
    }
    return people(lines);
  }

  /** What a command said. */
  record Said(int exitCode, String out, String err) {

    JsonNode json() throws JsonProcessingException {
      return new ObjectMapper().readTree(out);
    }
  }

  /** What the commands run with. */
  LocalSettings settings() {
    var time = leaping ? EngineTime.leaping(Instant.now()) : EngineTime.system();
    return LocalSettings.of(new Environment(variables)).by(time);
  }

  /** Runs a command; its state machine's waits take no time, unless they are asked to. */
  Said says(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Mosaic.commandLine(settings())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Said(exitCode, out.toString(), err.toString());
  }
}

package aslengine.map;

import aslengine.json.Json;
import aslengine.object.ObjectStore;
import aslengine.object.ObjectStoreException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what became of the children of a map run: files of records by outcome, and a manifest that
 * lists them (developer guide, "ResultWriter (Map)").
 */
public final class ResultFiles {
  /** The outcomes that have files of their own. */
  public enum Outcome {
    /** Failed, timed out or aborted. */
    FAILED,
    /** Never started. */
    PENDING,
    /** Succeeded. */
    SUCCEEDED
  }

  private static final String MANIFEST = "manifest.json";

  private final ObjectStore store;
  private final String bucket;
  private final String home;
  private final int redrive;
  private final String folder;
  private final Transformation transformation;
  private final Map<Outcome, ResultFile> files = new EnumMap<>(Outcome.class);

  /**
   * Writes below {@code prefix} in a folder named for the map run; what a redrive adds goes to a
   * folder of its own in there.
   *
   * @param redrive how often the run was redriven
   * @param config the WriterConfig; may be empty
   */
  public ResultFiles(
      ObjectStore store,
      String bucket,
      String prefix,
      String mapRunId,
      int redrive,
      JsonNode config) {
    this.store = store;
    this.bucket = bucket;
    this.home = (prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/") + mapRunId + "/";
    this.redrive = redrive;
    this.folder = folder(home, redrive);
    this.transformation = Transformation.of(config, Transformation.NONE);
    boolean lines = config.path("OutputType").asText().equals("JSONL");
    for (Outcome outcome : Outcome.values()) {
      files.put(outcome, new ResultFile(store, bucket, folder + outcome.name(), lines));
    }
  }

  /**
   * Adds one child.
   *
   * @param output what it ended with, if it succeeded
   */
  public void add(Outcome outcome, JsonNode record, Optional<JsonNode> output)
      throws ObjectStoreException {
    ResultFile file = Optional.ofNullable(files.get(outcome)).orElseThrow();
    for (JsonNode entry : transformation.apply(record, output)) {
      file.add(entry);
    }
  }

  /** Writes what is left and the manifest; answers the state's output. */
  public JsonNode finish(String mapRunArn) throws ObjectStoreException {
    ObjectNode manifest =
        Json.object().put("DestinationBucket", bucket).put("MapRunArn", mapRunArn);
    ObjectNode lists = manifest.putObject("ResultFiles");
    for (Map.Entry<Outcome, ResultFile> entry : files.entrySet()) {
      ArrayNode list = lists.putArray(entry.getKey().name());
      if (entry.getKey() == Outcome.SUCCEEDED) {
        list.addAll(earlierSuccesses());
      }
      entry.getValue().finish().forEach(list::add);
    }
    String key = folder + MANIFEST;
    store.put(bucket, key, Json.bytes(manifest));
    ObjectNode output = Json.object().put("MapRunArn", mapRunArn);
    output.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", key);
    return output;
  }

  private static String folder(String home, int number) {
    return number > 0 ? home + "Redrive-" + number + "/" : home;
  }

  /** What the manifest before a redrive says of successes; a run that was cut has left none. */
  private ArrayNode earlierSuccesses() {
    ArrayNode successes = Json.array();
    for (int number = redrive - 1; number >= 0 && successes.isEmpty(); number--) {
      try (InputStream in = store.get(bucket, folder(home, number) + MANIFEST)) {
        Json.own(in.readAllBytes()).at("/ResultFiles/SUCCEEDED").forEach(successes::add);
      } catch (ObjectStoreException | IOException e) {
        // There is no such manifest, so the one before it counts.
      }
    }
    return successes;
  }
}

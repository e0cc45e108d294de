package mosaicmatch.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * The files that a Distributed Map's ResultWriter leaves: a manifest, and files of child executions
 * by how they ended (AWS Step Functions Developer Guide, "ResultWriter (Map)"). Their fields are
 * AWS's and may grow, so unknown ones are passed over.
 */
final class MapResults {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final CycleFiles files;

  MapResults(CycleFiles files) {
    this.files = files;
  }

  Stream<UnmatchedBatch> failedBatches(CycleId cycle, String manifestKey) {
    return unfinishedFiles(manifestKey).stream()
        .flatMap(key -> inputs(key).map(input -> batch(cycle, key, input)));
  }

  private List<String> unfinishedFiles(String manifestKey) {
    try (var in = files.open(manifestKey)) {
      var byEnding = MAPPER.readTree(in).path("ResultFiles");
      if (!byEnding.isObject()) {
        throw new BrokenFileException(manifestKey, "ResultFiles is missing");
      }
      var keys = new ArrayList<String>();
      for (var ending : List.of("FAILED", "PENDING")) {
        byEnding.path(ending).forEach(file -> keys.add(key(manifestKey, ending, file)));
      }
      return keys;
    } catch (IOException e) {
      throw JsonLines.broken(manifestKey, e);
    }
  }

  private static String key(String manifestKey, String ending, JsonNode file) {
    var key = file.path("Key").asText();
    if (key.isEmpty()) {
      throw new BrokenFileException(manifestKey, "a file of ResultFiles." + ending + " has no Key");
    }
    return key;
  }

  private Stream<String> inputs(String key) {
    return JsonLines.readList(key, files.open(key), JsonNode.class)
        .map(child -> child.path("Input").asText());
  }

  private static UnmatchedBatch batch(CycleId cycle, String key, String input) {
    try {
      var child = MAPPER.readTree(input);
      var seekers = new ArrayList<OptIn>();
      // What a batched map hands to its child as Items, unless its definition renamed it.
      (child.has("seekers") ? child.path("seekers") : child.path("Items"))
          .forEach(seeker -> seekers.add(optIn(seeker)));
      return new UnmatchedBatch(cycle, seekers);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new BrokenFileException(key, "a child's Input is no batch of seekers", e);
    }
  }

  private static OptIn optIn(JsonNode seeker) {
    if (!seeker.path("opted_in_at").canConvertToLong()) {
      throw new IllegalArgumentException("opted_in_at must be epoch milliseconds");
    }
    return new OptIn(
        new SeekerId(seeker.path("user_id").asText()),
        Instant.ofEpochMilli(seeker.path("opted_in_at").asLong()));
  }
}

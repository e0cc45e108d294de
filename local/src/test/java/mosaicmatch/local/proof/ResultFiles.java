package mosaicmatch.local.proof;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.QuickPlanStore;
import mosaicmatch.pool.OptIn;
import mosaicmatch.reconcile.MapManifest;

/** What a Distributed Map's ResultWriter leaves of the one child of the map over the unmatched. */
final class ResultFiles {

  private ResultFiles() {}

  static MapManifest write(
      QuickPlanStore store, CycleId cycle, boolean succeeded, List<OptIn> seekers) {
    var folder = "cycles/" + cycle + "/results/unmatched/";
    var ending = succeeded ? "SUCCEEDED" : "FAILED";
    var input =
        seekers.stream()
            .map(
                seeker ->
                    "{\"user_id\":\"%s\",\"opted_in_at\":%d}"
                        .formatted(seeker.userId(), seeker.optedInAt().toEpochMilli()))
            .collect(Collectors.joining(",", "{\"Items\":[", "]}"));
    var file = folder + ending + "_0.json";
    store.put(file, "[{\"Status\":\"%s\",\"Input\":%s}]".formatted(ending, new TextNode(input)));
    store.put(
        folder + "manifest.json",
        "{\"ResultFiles\":{\"%s\":[{\"Key\":\"%s\"}]}}".formatted(ending, file));
    return new MapManifest(folder + "manifest.json");
  }
}

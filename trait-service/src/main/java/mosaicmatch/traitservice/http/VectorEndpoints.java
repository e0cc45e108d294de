package mosaicmatch.traitservice.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.vectors.StoredVector;
import mosaicmatch.traitservice.vectors.VectorIndex;

/** What a matching cycle does with the vectors: fetch them, and find those like one. */
final class VectorEndpoints {

  private static final String SCOPE = "match";
  private static final int MAX_IDS = 1000;
  private static final int LOOKED_UP_AT_ONCE = 500;

  private final VectorIndex vectors;
  private final SeekerRegistry registry;
  private final int dimensions;

  VectorEndpoints(VectorIndex vectors, SeekerRegistry registry, int dimensions) {
    this.vectors = vectors;
    this.registry = registry;
    this.dimensions = dimensions;
  }

  List<Route> routes() {
    return List.of(
        Route.signed(SCOPE, "POST", "/pinecone/fetch-vectors-by-ids", this::fetch),
        Route.signed(SCOPE, "POST", "/pinecone/query-similar", this::query));
  }

  private Reply fetch(Call call) {
    JsonFields json = call.json();
    Set<SeekerId> ids = new LinkedHashSet<>(json.seekerIds("user_ids", MAX_IDS));
    json.done();
    List<StoredVector> found = ids.stream().flatMap(id -> vectors.find(id).stream()).toList();
    found.forEach(vector -> ids.remove(vector.id()));
    return call.accept().contains(Reply.BINARY)
        ? Reply.binary(VectorFrames.of(found, dimensions))
        : Reply.ok(answer(found, ids));
  }

  private Map<String, Object> answer(List<StoredVector> found, Set<SeekerId> missing) {
    Map<String, float[]> byId = new LinkedHashMap<>();
    found.forEach(vector -> byId.put(vector.id().value(), vector.values()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("dimensions", dimensions);
    answer.put("vectors", byId);
    answer.put("missing", missing.stream().map(SeekerId::value).toList());
    return answer;
  }

  private Reply query(Call call) {
    JsonFields json = call.json();
    Optional<SeekerId> self =
        json.has("user_id") ? Optional.of(json.seekerId("user_id")) : Optional.empty();
    float[] values = self.map(this::vectorOf).orElseGet(() -> unit(json));
    int topK = json.wholeNumber("top_k", 1, MAX_IDS);
    boolean withVectors = json.flag("include_vectors", false);
    json.done();
    List<Map<String, Object>> matches = new ArrayList<>();
    similarAndWaiting(values, self)
        .limit(topK)
        .forEach(similar -> matches.add(match(similar, withVectors)));
    return Reply.ok(Map.of("matches", matches));
  }

  private float[] vectorOf(SeekerId id) {
    return vectors
        .find(id)
        .orElseThrow(
            () ->
                new RefusedCallException(
                    404, "user_not_found", "there is no vector of this person"))
        .values();
  }

  private float[] unit(JsonFields json) {
    float[] values = json.vector("vector", dimensions);
    double norm = 0;
    for (float value : values) {
      norm += (double) value * value;
    }
    if (norm == 0) {
      throw json.wrong("vector", "must not be all zero");
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] / Math.sqrt(norm));
    }
    return values;
  }

  /** The register says who waits; the index knows nothing of that. */
  private Stream<VectorIndex.Similar> similarAndWaiting(float[] values, Optional<SeekerId> self) {
    return vectors
        .mostSimilar(values)
        .filter(similar -> self.filter(similar.vector().id()::equals).isEmpty())
        .gather(Gatherers.windowFixed(LOOKED_UP_AT_ONCE))
        .flatMap(
            batch -> {
              Set<SeekerId> waiting =
                  registry.waitingAmong(
                      batch.stream().map(s -> s.vector().id()).collect(Collectors.toSet()));
              return batch.stream().filter(s -> waiting.contains(s.vector().id()));
            });
  }

  private static Map<String, Object> match(VectorIndex.Similar similar, boolean withVector) {
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("user_id", similar.vector().id().value());
    match.put("score", similar.score());
    if (withVector) {
      match.put("vector", similar.vector().values());
    }
    return match;
  }
}

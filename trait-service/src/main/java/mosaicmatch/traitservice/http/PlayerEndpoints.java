package mosaicmatch.traitservice.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.embedding.EmbeddingModel;
import mosaicmatch.traitservice.optin.OptIns;
import mosaicmatch.traitservice.registry.Match;
import mosaicmatch.traitservice.registry.Seeker;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.registry.SeekerStatus;

/** What a player does: opt in and out, look, block; and, by another scope, be forgotten. */
final class PlayerEndpoints {

  private static final int MAX_TEXT = 20_000;

  private final OptIns optIns;
  private final SeekerRegistry registry;
  private final EmbeddingModel model;

  PlayerEndpoints(OptIns optIns, SeekerRegistry registry, EmbeddingModel model) {
    this.optIns = optIns;
    this.registry = registry;
    this.model = model;
  }

  List<Route> routes() {
    return List.of(
        Route.signed("player", "POST", "/user/{user_id}/opt-in-embedding", this::optIn),
        Route.signed("player", "POST", "/user/{user_id}/opt-out", this::optOut),
        Route.signed("player", "GET", "/user/{user_id}/status", this::status),
        Route.signed("erase", "DELETE", "/user/{user_id}", this::erase),
        Route.signed("player", "GET", "/user/{user_id}/blocks", this::blocks),
        Route.signed("player", "PUT", "/user/{user_id}/blocks/{other}", this::block),
        Route.signed("player", "DELETE", "/user/{user_id}/blocks/{other}", this::unblock));
  }

  private Reply optIn(Call call) {
    SeekerId id = call.seeker("user_id");
    JsonFields json = call.json();
    String text = json.text("text", MAX_TEXT);
    json.done();
    OptIns.OptedIn optedIn = optIns.optIn(id, text);
    Map<String, Object> answer = standing(id, optedIn.seeker().status().word());
    answer.put("opted_in_at", optedIn.seeker().optedInAt());
    answer.put("embedding", embedding(optedIn.reused()));
    return Reply.ok(answer);
  }

  private Map<String, Object> embedding(boolean reused) {
    Map<String, Object> embedding = new LinkedHashMap<>();
    embedding.put("model", model.name());
    embedding.put("dimensions", model.dimensions());
    embedding.put("reused", reused);
    return embedding;
  }

  private Reply optOut(Call call) {
    SeekerId id = call.seeker("user_id");
    call.expectNoBody();
    boolean matched = registry.optOut(id).status() == SeekerStatus.MATCHED;
    SeekerStatus status = matched ? SeekerStatus.MATCHED : SeekerStatus.OPTED_OUT;
    return Reply.ok(standing(id, status.word()));
  }

  private Reply status(Call call) {
    SeekerId id = call.seeker("user_id");
    Seeker row = registry.find(id);
    boolean forgotten = row.status() == SeekerStatus.NONE || row.status() == SeekerStatus.ERASED;
    if (forgotten) {
      return Reply.ok(standing(id, SeekerStatus.NONE.word()));
    }
    Map<String, Object> answer = standing(id, row.status().word());
    answer.put("opted_in_at", row.optedInAt());
    answer.put("missed_cycles", row.missedCycles());
    row.match().ifPresent(match -> answer.put("match", match(match)));
    return Reply.ok(answer);
  }

  static Map<String, Object> match(Match match) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("cycle_id", match.pair().cycle().value());
    answer.put("pair_key", match.pair().pairKey());
    answer.put("partner_id", match.partner().value());
    answer.put("matched_at", match.matchedAt());
    return answer;
  }

  private Reply erase(Call call) {
    SeekerId id = call.seeker("user_id");
    call.expectNoBody();
    optIns.erase(id);
    return Reply.ok(standing(id, SeekerStatus.ERASED.word()));
  }

  private Reply blocks(Call call) {
    return blocksOf(call.seeker("user_id"));
  }

  private Reply block(Call call) {
    SeekerId by = call.seeker("user_id");
    SeekerId other = other(call, by);
    registry.block(by, other);
    return blocksOf(by);
  }

  private Reply unblock(Call call) {
    SeekerId by = call.seeker("user_id");
    registry.unblock(by, other(call, by));
    return blocksOf(by);
  }

  private static SeekerId other(Call call, SeekerId by) {
    call.expectNoBody();
    SeekerId other = call.seeker("other");
    if (other.equals(by)) {
      throw RefusedCallException.wrongField("other", "must be somebody else");
    }
    return other;
  }

  private Reply blocksOf(SeekerId id) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("user_id", id.value());
    answer.put(
        "blocks", registry.find(id).blocks().stream().sorted().map(SeekerId::value).toList());
    return Reply.ok(answer);
  }

  private static Map<String, Object> standing(SeekerId id, String status) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("user_id", id.value());
    answer.put("status", status);
    return answer;
  }
}

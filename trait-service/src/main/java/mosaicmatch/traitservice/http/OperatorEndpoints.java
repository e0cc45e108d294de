package mosaicmatch.traitservice.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.registry.Seeker;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.registry.SeekerStatus;

/** What an operator looks up and cleans up: how a person stands, and who met an erased one. */
final class OperatorEndpoints {

  private final SeekerRegistry registry;

  OperatorEndpoints(SeekerRegistry registry) {
    this.registry = registry;
  }

  List<Route> routes() {
    return List.of(
        Route.signed("match", "GET", "/pinecone/seeker-standing/{user_id}", this::standing),
        Route.signed("erase", "DELETE", "/user/{user_id}/met/{other}", this::forgetMeeting));
  }

  private Reply standing(Call call) {
    Seeker row = registry.find(call.seeker("user_id"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("user_id", row.id().value());
    answer.put("status", row.status().word());
    if (row.status() != SeekerStatus.NONE) {
      answer.put("opted_in_at", row.optedInAt());
    }
    answer.put("missed_cycles", row.missedCycles());
    answer.put("leaving", row.leaving());
    row.match().ifPresent(match -> answer.put("match", PlayerEndpoints.match(match)));
    return Reply.ok(answer);
  }

  private Reply forgetMeeting(Call call) {
    call.expectNoBody();
    SeekerId of = call.seeker("user_id");
    SeekerId erased = call.seeker("other");
    if (erased.equals(of)) {
      throw RefusedCallException.wrongField("other", "must be somebody else");
    }
    registry.forgetMeeting(of, erased);
    return Reply.ok(Map.of("user_id", of.value(), "forgotten", true));
  }
}

package mosaicmatch.traitservice.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.registry.MatchRefusal;
import mosaicmatch.traitservice.registry.Missed;
import mosaicmatch.traitservice.registry.Proposal;
import mosaicmatch.traitservice.registry.SeekerPage;
import mosaicmatch.traitservice.registry.SeekerRegistry;

/** What a matching cycle does with the register: list who waits, match, count misses, void. */
final class CycleEndpoints {

  private static final String SCOPE = "match";
  private static final int MAX_PAGE = 1000;
  private static final int MAX_UPDATES = 100;
  private static final int UPDATES_AT_ONCE = 8;
  private static final int MAX_PAIR_KEY = 257;

  private final SeekerRegistry registry;

  CycleEndpoints(SeekerRegistry registry) {
    this.registry = registry;
  }

  List<Route> routes() {
    return List.of(
        Route.signed(SCOPE, "GET", "/pinecone/active-seekers-ids", this::waiting)
            .withParameters("limit", "cursor"),
        Route.signed(SCOPE, "POST", "/pinecone/update-user-metadata/{user_id}", this::update),
        Route.signed(SCOPE, "POST", "/pinecone/update-users-metadata", this::updates),
        Route.signed(SCOPE, "POST", "/pinecone/void-match/{user_id}", this::voidMatch),
        Route.signed(SCOPE, "POST", "/pinecone/undo-match/{user_id}", this::undoMatch));
  }

  private Reply waiting(Call call) {
    SeekerPage page = registry.waiting(limit(call), call.parameter("cursor"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("seekers", page.seekers().stream().map(CycleEndpoints::seeker).toList());
    page.next().ifPresent(next -> answer.put("next_cursor", next));
    return Reply.ok(answer);
  }

  private static int limit(Call call) {
    String limit = call.parameter("limit").orElse(Integer.toString(MAX_PAGE));
    if (!limit.matches("\\d{1,4}")
        || Integer.parseInt(limit) < 1
        || Integer.parseInt(limit) > MAX_PAGE) {
      throw RefusedCallException.wrongField("limit", "must be a whole number from 1 to 1000");
    }
    return Integer.parseInt(limit);
  }

  private static Map<String, Object> seeker(SeekerPage.Waiting waiting) {
    Map<String, Object> seeker = new LinkedHashMap<>();
    seeker.put("user_id", waiting.id().value());
    seeker.put("opted_in_at", waiting.optedInAt());
    seeker.put("missed_cycles", waiting.missedCycles());
    seeker.put("excluded", waiting.excluded().stream().map(SeekerId::value).toList());
    return seeker;
  }

  private Reply update(Call call) {
    SeekerId id = call.seeker("user_id");
    JsonFields json = call.json();
    return switch (json.text("status", 20)) {
      case "matched" -> matched(proposal(id, json));
      case "missed" -> missed(missed(id, json));
      default -> throw json.wrong("status", "must be matched or missed");
    };
  }

  private Reply matched(Proposal proposal) {
    Optional<MatchRefusal> refusal = registry.match(proposal);
    return refusal
        .map(
            why ->
                Reply.error(
                    409,
                    "match_refused",
                    "this person can't be matched so",
                    Map.of("reason", why.word())))
        .orElseGet(() -> Reply.ok(Map.of("status", "matched")));
  }

  private static Proposal proposal(SeekerId id, JsonFields json) {
    SeekerId partner = json.seekerId("partner_id");
    String pairKey = json.text("pair_key", MAX_PAIR_KEY);
    Proposal proposal = proposal(id, json, partner);
    json.done();
    if (!pairKey.equals(PairKey.of(id, partner).value())) {
      throw json.wrong("pair_key", "must be the two ids in order, joined by #");
    }
    return proposal;
  }

  private static Proposal proposal(SeekerId id, JsonFields json, SeekerId partner) {
    if (partner.equals(id)) {
      throw json.wrong("partner_id", "must be somebody else");
    }
    return new Proposal(id, json.epochMillis("opted_in_at"), json.cycleId("cycle_id"), partner);
  }

  private Reply missed(Missed missed) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", "missed");
    answer.put("counted", registry.countMissed(missed));
    return Reply.ok(answer);
  }

  private static Missed missed(SeekerId id, JsonFields json) {
    Missed missed = new Missed(id, json.epochMillis("opted_in_at"), json.cycleId("cycle_id"));
    json.done();
    return missed;
  }

  private Reply updates(Call call) {
    JsonFields json = call.json();
    List<Missed> updates = json.objects("updates", MAX_UPDATES, CycleEndpoints::missedOfSomebody);
    json.done();
    return Reply.ok(
        Map.of(
            "results",
            updates.stream()
                .gather(Gatherers.mapConcurrent(UPDATES_AT_ONCE, this::counted))
                .toList()));
  }

  private static Missed missedOfSomebody(JsonFields json) {
    if (!json.text("status", 20).equals("missed")) {
      throw json.wrong("status", "must be missed");
    }
    return missed(json.seekerId("user_id"), json);
  }

  private Map<String, Object> counted(Missed missed) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("user_id", missed.seeker().value());
    result.put("counted", registry.countMissed(missed));
    return result;
  }

  private Reply voidMatch(Call call) {
    return Reply.ok(Map.of("restored", registry.voidMatch(givenUp(call))));
  }

  private Reply undoMatch(Call call) {
    return Reply.ok(Map.of("outcome", registry.undoMatch(givenUp(call)).word()));
  }

  private static Proposal givenUp(Call call) {
    SeekerId id = call.seeker("user_id");
    JsonFields json = call.json();
    Proposal proposal = proposal(id, json, partner(id, json));
    json.done();
    return proposal;
  }

  private static SeekerId partner(SeekerId id, JsonFields json) {
    String pairKey = json.text("pair_key", MAX_PAIR_KEY);
    String[] ids = pairKey.split("#", -1);
    for (int mine = 0; mine < ids.length && ids.length == 2; mine++) {
      String other = ids[1 - mine];
      if (ids[mine].equals(id.value()) && isPair(id, other, pairKey)) {
        return new SeekerId(other);
      }
    }
    throw json.wrong(
        "pair_key", "must be two ids in order, joined by #, one of them this person's");
  }

  private static boolean isPair(SeekerId id, String other, String pairKey) {
    try {
      return PairKey.of(id, new SeekerId(other)).value().equals(pairKey);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}

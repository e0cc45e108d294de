package mosaicmatch.traits;

import java.time.Instant;
import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.SignedCalls.ServiceError;

/** The register of seekers by the trait service's updates. */
final class HttpSeekerRegistry implements SeekerRegistry {

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final SignedCalls calls;

  HttpSeekerRegistry(SignedCalls calls) {
    this.calls = calls;
  }

  @Override
  public MatchAnswer matched(OptIn seeker, SeekerId partner, CycleId cycle, PairKey pair) {
    var update = new MatchedUpdate("matched", cycle, pair, partner, seeker.optedInAt());
    return calls
        .tryPost(path("update-user-metadata", seeker), update, HttpSeekerRegistry::isRefusal)
        .<MatchAnswer>map(error -> new MatchAnswer.Refused(error.reason().orElse("unknown")))
        .orElseGet(MatchAnswer.Matched::new);
  }

  @Override
  public void voidMatch(OptIn seeker, CycleId cycle, PairKey pair) {
    var request = new VoidRequest(cycle, pair, seeker.optedInAt());
    calls.tryPost(path("void-match", seeker), request, HttpSeekerRegistry::isUnknownSeeker);
  }

  @Override
  public int missed(CycleId cycle, List<OptIn> seekers) {
    var updates =
        seekers.stream()
            .map(seeker -> new MissedUpdate(seeker.userId(), "missed", cycle, seeker.optedInAt()))
            .toList();
    var counted =
        calls.post("/pinecone/update-users-metadata", new MissedUpdates(updates), Counted.class);
    return (int) counted.results().stream().filter(Counted.Result::counted).count();
  }

  private static String path(String update, OptIn seeker) {
    return "/pinecone/" + update + "/" + SignedCalls.encoded(seeker.userId().value());
  }

  private static boolean isRefusal(int status, ServiceError error) {
    return (status == CONFLICT && error.error().equals("match_refused"))
        || isUnknownSeeker(status, error);
  }

  /** Somebody the register does not know can't be matched, and there is nothing to take back. */
  private static boolean isUnknownSeeker(int status, ServiceError error) {
    return status == NOT_FOUND && error.error().equals("user_not_found");
  }

  private record MatchedUpdate(
      String status, CycleId cycleId, PairKey pairKey, SeekerId partnerId, Instant optedInAt) {}

  private record VoidRequest(CycleId cycleId, PairKey pairKey, Instant optedInAt) {}

  private record MissedUpdate(SeekerId userId, String status, CycleId cycleId, Instant optedInAt) {}

  private record MissedUpdates(List<MissedUpdate> updates) {}

  private record Counted(List<Result> results) {
    private record Result(boolean counted) {}
  }
}

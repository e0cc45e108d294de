package mosaicmatch.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;

/**
 * A seeker whom the plan leaves unmatched, and why; one line of the list of unmatched.
 *
 * @param cycleId the cycle
 * @param userId who
 * @param optedInAt the opt-in they wait with
 * @param reason why nobody was found
 * @param bestScore the best score that any allowed partner would have given, if there was one; of
 *     those whom an index proposed, if one did
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonTypeName("seeker")
public record UnmatchedSeeker(
    CycleId cycleId,
    SeekerId userId,
    Instant optedInAt,
    UnmatchedReason reason,
    Optional<Double> bestScore) {

  /** The opt-in that this seeker goes on waiting with. */
  public OptIn optIn() {
    return new OptIn(userId, optedInAt);
  }
}

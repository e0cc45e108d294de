package mosaicmatch.local.operate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.pool.SeekerId;

/**
 * What a cycle did with a person, and why.
 *
 * @param cycleId the cycle
 * @param userId the person
 * @param outcome what it did
 * @param sentences the same in plain words
 * @param pair the pair, if the plan has one
 * @param unmatched why not, if the plan leaves them unmatched
 */
public record SeekerExplanation(
    CycleId cycleId,
    SeekerId userId,
    Outcome outcome,
    List<String> sentences,
    Optional<PairFacts> pair,
    Optional<UnmatchedFacts> unmatched) {

  /** What a cycle does with a person. */
  public enum Outcome {
    /** The plan pairs them. */
    PAIRED,
    /** The plan leaves them unmatched. */
    UNMATCHED,
    /** They were in the pool, but their line of the plan went when somebody was erased. */
    ERASED,
    /** They were not in the pool. */
    NOT_IN_POOL,
    /** Nobody was paired: there is no plan. */
    NO_PLAN;

    /** The outcome on the wire, in lower case. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Why this pair.
   *
   * @param partner with whom
   * @param score what the pair was chosen by
   * @param similarity cosine of both embeddings
   * @param boost the person's wait boost
   * @param partnerBoost the other one's
   * @param boostWeight how much waiting counts beside similarity
   * @param threshold the score that a pair must reach
   * @param rank the place at which it was chosen, from 1
   * @param runnerUpScore the chooser's next best score, if there was one
   * @param waited how long the person had waited
   * @param partnerWaited how long the other one had
   * @param status how far the pair came; empty if it was never begun
   */
  public record PairFacts(
      SeekerId partner,
      double score,
      double similarity,
      double boost,
      double partnerBoost,
      double boostWeight,
      double threshold,
      int rank,
      Optional<Double> runnerUpScore,
      Duration waited,
      Duration partnerWaited,
      Optional<String> status) {}

  /**
   * Why no pair.
   *
   * @param reason the plan's reason
   * @param bestScore the best score that any allowed partner would have given
   * @param threshold the score that a pair must reach
   * @param waited how long the person had waited
   */
  public record UnmatchedFacts(
      UnmatchedReason reason, Optional<Double> bestScore, double threshold, Duration waited) {}
}

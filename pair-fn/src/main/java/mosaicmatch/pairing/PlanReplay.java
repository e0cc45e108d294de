package mosaicmatch.pairing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mosaicmatch.plan.LineDifference;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/**
 * Computes a past plan again from all that it rested on (pool with boosts and exclusions, vectors,
 * settings), and compares what comes out with the recorded lists, byte by byte.
 */
public final class PlanReplay {

  private final PlanStore store;

  /** Over the store in which plans and their inputs are kept. */
  public PlanReplay(PlanStore store) {
    this.store = store;
  }

  /**
   * What came of it.
   *
   * @param algorithm the strategy that made both plans
   * @param pairs how many pairs the computed plan has
   * @param unmatched how many seekers it leaves unmatched
   * @param difference where the two plans differ first, if they do
   */
  public record Replayed(
      String algorithm, int pairs, int unmatched, Optional<Difference> difference) {}

  /**
   * A list that differs.
   *
   * @param key the recorded list
   * @param line its first line that differs
   */
  public record Difference(String key, LineDifference line) {}

  /**
   * Replays a plan.
   *
   * @throws ApproximatePlanException if an index proposed the partners
   * @throws OtherAlgorithmException if another strategy, or another version of it, made the plan
   * @throws PoolUnusableException if more than half of the recorded vectors are gone
   * @throws mosaicmatch.plan.MissingFileException if a recorded file is gone
   */
  public Replayed replay(PlanDocument plan) {
    if (Candidates.isApproximate(plan.algorithm())) {
      throw new ApproximatePlanException(plan.algorithm());
    }
    var settings = settings(plan);
    var strategy = strategy(plan, settings);
    var input =
        new PairingInput(
            plan.cycleId(),
            pool(plan.poolKey()),
            store.vectors(plan.vectorsKey()),
            settings,
            plan.clock(),
            whyNoVector(plan));
    var pairing = strategy.pair(input, Progress.IGNORED);
    return new Replayed(
        strategy.algorithm(),
        pairing.pairs().size(),
        pairing.unmatched().size(),
        differs(plan.pairsKey(), pairing.pairs())
            .or(() -> differs(plan.unmatchedKey(), pairing.unmatched())));
  }

  private static PairingSettings settings(PlanDocument plan) {
    try {
      return PairingSettings.ofMap(plan.settings());
    } catch (IllegalArgumentException e) {
      throw new OtherAlgorithmException(plan.algorithm(), Strategies.algorithms());
    }
  }

  private static PairingStrategy strategy(PlanDocument plan, PairingSettings settings) {
    return Optional.of(settings.strategy())
        .filter(Strategies::isKnown)
        .map(Strategies::named)
        .filter(strategy -> strategy.algorithm().equals(plan.algorithm()))
        .orElseThrow(() -> new OtherAlgorithmException(plan.algorithm(), Strategies.algorithms()));
  }

  private List<Seeker> pool(String key) {
    try (var seekers = store.pool(key)) {
      return seekers.toList();
    }
  }

  /** A vector that can't be used is not kept, so why it can't be is input, not outcome. */
  private Map<SeekerId, UnmatchedReason> whyNoVector(PlanDocument plan) {
    try (var unmatched = store.unmatched(plan.unmatchedKey())) {
      return unmatched
          .filter(seeker -> seeker.reason().isUnusable())
          .collect(
              Collectors.toMap(
                  UnmatchedSeeker::userId, UnmatchedSeeker::reason, (first, _) -> first));
    }
  }

  private Optional<Difference> differs(String key, List<?> values) {
    return store.compare(key, values.iterator()).map(line -> new Difference(key, line));
  }
}

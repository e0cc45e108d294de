package mosaicmatch.local.operate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pairing.ApproximatePlanException;
import mosaicmatch.pairing.OtherAlgorithmException;
import mosaicmatch.pairing.PlanReplay;
import mosaicmatch.pairing.PoolUnusableException;
import mosaicmatch.plan.MissingFileException;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.record.CycleRecord;

/** Computes a past cycle's plan again and compares it with the recorded one, bit for bit. */
public final class CycleReplay {

  private final KnownCycles cycles;
  private final PlanStore plans;

  /** Over the stores of a system. */
  public CycleReplay(Workbench bench) {
    this.cycles = bench.cycles();
    this.plans = bench.plans();
  }

  /** What a replay shows. */
  public enum Verdict {
    /** Both plans are the same, to the byte. */
    IDENTICAL,
    /** They are not. */
    DIFFERENT,
    /** The recorded input was changed by an erasure, so that no plan can be compared. */
    INPUT_ERASED,
    /** Another version of the strategy made the plan. */
    OTHER_ALGORITHM,
    /** The vector index proposed the partners, and what it proposed is not kept. */
    APPROXIMATE;

    /** The verdict on the wire, in lower case. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What came of a replay.
   *
   * @param cycleId the cycle
   * @param verdict what it shows
   * @param algorithm what made the recorded plan
   * @param said the verdict in a sentence
   * @param pairs how many pairs the recorded plan has
   * @param unmatched how many unmatched seekers
   * @param difference the first difference, if the plans differ
   */
  public record Replayed(
      CycleId cycleId,
      Verdict verdict,
      String algorithm,
      String said,
      int pairs,
      int unmatched,
      Optional<PlanReplay.Difference> difference) {}

  /**
   * Replays a cycle or a dry run.
   *
   * @throws NoSuchCycleException if there is no such cycle
   * @throws NoPlanException if it has no plan
   * @throws CycleFilesGoneException if its files are no longer kept
   */
  public Replayed replay(String id) {
    var cycle = cycles.find(id);
    var plan = KnownCycles.planOf(cycle);
    if (Erasures.changed(cycle)) {
      return verdict(
          cycle,
          Verdict.INPUT_ERASED,
          "its input was changed when a person was erased, " + when(cycle));
    }
    try {
      var replayed = new PlanReplay(plans).replay(plans.plan(plan.plan().key()));
      return replayed
          .difference()
          .map(difference -> different(cycle, difference))
          .orElseGet(() -> verdict(cycle, Verdict.IDENTICAL, "the same plan, bit for bit"));
    } catch (OtherAlgorithmException e) {
      return verdict(cycle, Verdict.OTHER_ALGORITHM, "can't be compared: " + e.getMessage());
    } catch (ApproximatePlanException e) {
      return verdict(cycle, Verdict.APPROXIMATE, "can't be computed again: " + e.getMessage());
    } catch (PoolUnusableException e) {
      return verdict(cycle, Verdict.DIFFERENT, "no plan comes out: " + e.getMessage());
    } catch (MissingFileException e) {
      throw new CycleFilesGoneException(cycle.cycleId(), e);
    }
  }

  private static String when(CycleRecord cycle) {
    return Erasures.last(cycle).map(at -> "last at " + at).orElse("at an unknown time");
  }

  private static Replayed different(CycleRecord cycle, PlanReplay.Difference difference) {
    var said =
        "another plan comes out: line " + difference.line().line() + " of " + difference.key();
    return new Replayed(
        cycle.cycleId(),
        Verdict.DIFFERENT,
        KnownCycles.planOf(cycle).algorithm(),
        said,
        KnownCycles.planOf(cycle).plan().pairs(),
        KnownCycles.planOf(cycle).plan().unmatched(),
        Optional.of(difference));
  }

  private static Replayed verdict(CycleRecord cycle, Verdict verdict, String said) {
    var plan = KnownCycles.planOf(cycle);
    return new Replayed(
        cycle.cycleId(),
        verdict,
        plan.algorithm(),
        said,
        plan.plan().pairs(),
        plan.plan().unmatched(),
        Optional.empty());
  }
}

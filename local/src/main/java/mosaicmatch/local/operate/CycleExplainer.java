package mosaicmatch.local.operate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.local.operate.SeekerExplanation.Outcome;
import mosaicmatch.plan.MissingFileException;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord;

/** Says why a cycle paired a person as it did, or why it did not; from what its plan records. */
public final class CycleExplainer {

  private final KnownCycles cycles;
  private final PlanStore plans;
  private final AuditTrail trail;
  private final Absence absence;

  /** Over the stores of a system, and its trait service. */
  public CycleExplainer(Workbench bench) {
    this.cycles = bench.cycles();
    this.plans = bench.plans();
    this.trail = bench.trail();
    this.absence = new Absence(bench.register(), bench.claims(), bench.trail());
  }

  /**
   * Explains.
   *
   * @throws NoSuchCycleException if there is no such cycle
   * @throws NobodyKnownException if neither the cycle nor the register knows the person
   * @throws CycleFilesGoneException if the cycle's files are no longer kept
   * @throws IllegalArgumentException if nobody can have that id
   */
  public SeekerExplanation explain(String cycleId, String userId) {
    var cycle = cycles.find(cycleId);
    var person = new SeekerId(userId);
    try {
      return cycle
          .plan()
          .map(adopted -> explain(cycle, plans.plan(adopted.plan().key()), person))
          .orElseGet(() -> withoutPlan(cycle, person));
    } catch (MissingFileException e) {
      throw new CycleFilesGoneException(cycle.cycleId(), e);
    }
  }

  private SeekerExplanation explain(CycleRecord cycle, PlanDocument plan, SeekerId person) {
    return pairOf(plan, person)
        .map(pair -> paired(cycle, plan, pair, person))
        .or(() -> unmatched(plan, person).map(left -> unmatched(cycle, plan, left)))
        .orElseGet(() -> notInPlan(cycle, plan, person));
  }

  private Optional<PlannedPair> pairOf(PlanDocument plan, SeekerId person) {
    try (var pairs = plans.pairs(plan.pairsKey())) {
      return pairs.filter(pair -> has(pair, person)).findFirst();
    }
  }

  private static boolean has(PlannedPair pair, SeekerId person) {
    return Stream.of(pair.user1(), pair.user2()).anyMatch(m -> m.userId().equals(person));
  }

  private Optional<UnmatchedSeeker> unmatched(PlanDocument plan, SeekerId person) {
    try (var left = plans.unmatched(plan.unmatchedKey())) {
      return left.filter(seeker -> seeker.userId().equals(person)).findFirst();
    }
  }

  private SeekerExplanation paired(
      CycleRecord cycle, PlanDocument plan, PlannedPair pair, SeekerId person) {
    var entry =
        cycle.cycleId().isDryRun()
            ? Optional.<AuditEntry>empty()
            : trail.find(cycle.cycleId(), pair.pairKey());
    var facts = PairSentences.facts(plan, pair, person, entry);
    return new SeekerExplanation(
        cycle.cycleId(),
        person,
        Outcome.PAIRED,
        PairSentences.of(facts, entry, cycle.cycleId().isDryRun()),
        Optional.of(facts),
        Optional.empty());
  }

  private static SeekerExplanation unmatched(
      CycleRecord cycle, PlanDocument plan, UnmatchedSeeker left) {
    var facts = UnmatchedSentences.facts(plan, left);
    return new SeekerExplanation(
        cycle.cycleId(),
        left.userId(),
        Outcome.UNMATCHED,
        UnmatchedSentences.of(facts),
        Optional.empty(),
        Optional.of(facts));
  }

  private SeekerExplanation notInPlan(CycleRecord cycle, PlanDocument plan, SeekerId person) {
    if (isInPool(plan, person)) {
      return plain(
          cycle,
          person,
          Outcome.ERASED,
          List.of(
              "They were in the pool, but the plan no longer has their line:"
                  + " whoever they were paired with has been erased since."));
    }
    var sentences =
        leftOut(plan, person)
            .map(left -> Absence.recorded(left, plan.clock()))
            .orElseGet(() -> absence.sentences(cycle, plan.clock(), person));
    return plain(cycle, person, Outcome.NOT_IN_POOL, sentences);
  }

  private Optional<LeftOutSeeker> leftOut(PlanDocument plan, SeekerId person) {
    try (var left = plans.leftOut(plan.poolKey())) {
      return left.filter(seeker -> seeker.userId().equals(person)).findFirst();
    }
  }

  private boolean isInPool(PlanDocument plan, SeekerId person) {
    try (var seekers = plans.pool(plan.poolKey())) {
      return seekers.map(Seeker::userId).anyMatch(person::equals);
    }
  }

  private SeekerExplanation withoutPlan(CycleRecord cycle, SeekerId person) {
    var seekers = cycle.counts().getOrDefault("seekers", 0L);
    return plain(
        cycle,
        person,
        Outcome.NO_PLAN,
        List.of(
            "The cycle is "
                + cycle.status().wireName()
                + " and has no plan: "
                + seekers
                + " seekers were in its pool, and nobody was paired."));
  }

  private static SeekerExplanation plain(
      CycleRecord cycle, SeekerId person, Outcome outcome, List<String> sentences) {
    return new SeekerExplanation(
        cycle.cycleId(), person, outcome, sentences, Optional.empty(), Optional.empty());
  }
}

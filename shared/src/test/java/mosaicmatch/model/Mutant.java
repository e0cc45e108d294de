package mosaicmatch.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mosaicmatch.model.Scenario.Faults;

/**
 * The protocol without some of its rules.
 *
 * @param without the rules that are taken away
 * @param world where it is searched; empty for the lock
 * @param breaks the promise that it breaks; empty if the rest of the rules keep them all
 * @param overlooked a promise that is broken by intent, and not looked at
 */
record Mutant(
    Set<Rule> without,
    Optional<Scenario> world,
    Optional<Promise> breaks,
    Optional<Promise> overlooked) {

  private static final Faults OF_THE_LOCK = new Faults(2, 0, 1, 2);

  static final List<Mutant> ALL =
      List.of(
          in(Scenarios.LOST_MATCH, Promise.ONE_MATCH_OF_AN_OPT_IN, Rule.CLAIM_BY_OPT_IN),
          in(Scenarios.SAME_PAIR_AGAIN, Promise.ONE_LIVE_PAIR, Rule.CLAIM_BY_CYCLE),
          safe(Scenarios.TWO_PLANS, Rule.CLAIM_BY_PAIR),
          in(Scenarios.TWO_PLANS, Promise.ONE_LIVE_PAIR, Rule.CLAIM_BY_PAIR, Rule.PLAN_ADOPTION)
              .overlooking(Promise.ONE_PLAN),
          in(Scenarios.TWO_CYCLES, Promise.ONE_LIVE_PAIR, Rule.CLAIM_BY_CYCLE, Rule.CLAIM_BY_PAIR),
          in(Scenarios.LOST_MATCH, Promise.ONE_MATCH_OF_AN_OPT_IN, Rule.ROWS_KEPT),
          in(Scenarios.MINDS, Promise.NOBODY_AGAINST_THEIR_WILL, Rule.MATCHED_IS_COMPARE_AND_SET),
          in(Scenarios.MINDS, Promise.NOBODY_AGAINST_THEIR_WILL, Rule.MATCHED_ASKS_EXCLUSIONS),
          in(Scenarios.FAULTS, Promise.NO_OPT_IN_IS_LOST, Rule.VOIDED_IS_REFUSED),
          in(Scenarios.MINDS, Promise.NOBODY_AGAINST_THEIR_WILL, Rule.LEAVING_IS_KEPT),
          in(Scenarios.FAULTS, Promise.NO_OPT_IN_IS_LOST, Rule.VOID_BEFORE_FREEING),
          in(Scenarios.FAULTS, Promise.NO_ROOM_WITHOUT_COMPLETION, Rule.MATCHED_BEFORE_ROOM),
          in(
              Scenarios.FAULTS,
              Promise.NO_ROOM_WITHOUT_COMPLETION,
              Rule.ABANDON_ONLY_BEFORE_MATCHED),
          safe(Scenarios.POISON, Rule.ROOM_ONLY_WHILE_PENDING),
          in(
              Scenarios.OVERTAKEN,
              Promise.LIVE_PAIR_HOLDS_ITS_MEMBERS,
              Rule.COMPLETED_ONLY_FROM_PENDING),
          in(Scenarios.POISON, Promise.NO_ROOM_WITHOUT_COMPLETION, Rule.TOMBSTONE_ON_CLOSE),
          in(Scenarios.POISON, Promise.ONE_ROOM, Rule.FAILING_BEFORE_CLOSE),
          safe(Scenarios.POISON, Rule.FAILING_ONLY_BEFORE_ROOM),
          in(
              Scenarios.POISON,
              Promise.ONE_ROOM,
              Rule.FAILING_ONLY_BEFORE_ROOM,
              Rule.COMPLETED_ONLY_FROM_PENDING),
          in(Scenarios.POISON_AND_BACK, Promise.NO_OPT_IN_IS_LOST, Rule.GONE_STAY_MATCHED),
          in(Scenarios.FAULTS, Promise.ONE_ROOM, Rule.KEYED_ROOM),
          in(Scenarios.FAULTS, Promise.ONE_NOTIFICATION, Rule.KEYED_NOTIFICATION),
          in(Scenarios.MISSED, Promise.PRIORITY_IS_KEPT, Rule.MATCHED_ABSORBS_MISSED),
          in(Scenarios.MISSED, Promise.PRIORITY_IS_KEPT, Rule.MISSED_BY_OPT_IN),
          in(Scenarios.MISSED, Promise.PRIORITY_IS_KEPT, Rule.MISSED_IN_ORDER),
          in(Scenarios.MISSED, Promise.PRIORITY_IS_KEPT, Rule.VOID_KEEPS_PRIORITY),
          in(Scenarios.CLOCKS, Promise.NO_OPT_IN_IS_LOST, Rule.OPT_INS_GROW),
          in(Scenarios.CLOCKS, Promise.NO_OPT_IN_IS_LOST, Rule.ERASED_LEAVE_THE_TIME),
          in(Scenarios.TWO_PLANS, Promise.ONE_PLAN, Rule.PLAN_ADOPTION),
          safe(Scenarios.FAULTS, Rule.ATTEMPT_LEASE),
          safe(undisturbed(), Rule.KEYED_ROOM),
          in(undisturbed(), Promise.ONE_ROOM, Rule.KEYED_ROOM, Rule.ATTEMPT_LEASE),
          in(Scenarios.LOST_MATCH, Promise.NO_OPT_IN_IS_LOST, Rule.REPAIR_IS_COMPARE_AND_SET),
          ofTheLock(Promise.LOCK_IS_THE_TAKERS, Rule.FENCE_ON_RENEW),
          ofTheLock(Promise.LOCK_IS_THE_TAKERS, Rule.FENCE_ON_RELEASE),
          ofTheLock(Promise.LOCK_IS_THE_TAKERS, Rule.FENCE_ON_RELEASE_FOR),
          new Mutant(
              EnumSet.of(Rule.REDRIVES_ON_RELEASE_FOR),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          ofTheLock(Promise.ONE_CYCLE_AT_A_TIME, Rule.LOCK_ONLY_WHEN_FREE),
          ofTheLock(Promise.ONE_EXECUTION_A_CYCLE, Rule.CYCLES_IN_ORDER));

  /** One pair where nothing goes wrong: only a lease keeps a second attempt from beginning. */
  private static Scenario undisturbed() {
    return Scenario.of("one pair, no fault", 2, "c1 a1#b1");
  }

  private static Mutant in(Scenario world, Promise breaks, Rule first, Rule... more) {
    return new Mutant(
        EnumSet.of(first, more), Optional.of(world), Optional.of(breaks), Optional.empty());
  }

  private static Mutant safe(Scenario world, Rule without) {
    return new Mutant(EnumSet.of(without), Optional.of(world), Optional.empty(), Optional.empty());
  }

  private static Mutant ofTheLock(Promise breaks, Rule without) {
    return new Mutant(EnumSet.of(without), Optional.empty(), Optional.of(breaks), Optional.empty());
  }

  private Mutant overlooking(Promise promise) {
    return new Mutant(without, world, breaks, Optional.of(promise));
  }

  Search.Found search() {
    var rules = EnumSet.complementOf(EnumSet.copyOf(without));
    return Search.through(
        world
            .<Model>map(scenario -> new PairModel(scenario, rules, overlooked))
            .orElseGet(() -> new LockModel(rules, OF_THE_LOCK)));
  }

  @Override
  public String toString() {
    return "without " + without + ", in " + world.map(Scenario::name).orElse("the lock");
  }
}

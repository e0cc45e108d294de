package mosaicmatch.local.proof;

import static mosaicmatch.local.proof.CycleWorld.CYCLE;
import static mosaicmatch.local.proof.CycleWorld.EARLIER;
import static mosaicmatch.local.proof.CycleWorld.NEXT;
import static mosaicmatch.local.proof.CycleWorld.id;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.lock.LockState;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.proof.Crash;
import mosaicmatch.proof.Interleaving;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.reconcile.ReconcileLimits;
import mosaicmatch.record.CycleRecord;

/**
 * A world of a seed: a dozen people and what they do at some time, two whole cycles that overlap
 * and share most of their seekers, functions that come to their pairs late, and reconciliation.
 * Time may pass at any step, so that leases run out under their holders; processes crash and
 * answers are lost. Then redrives, reconciliation and one more cycle, until all is quiet.
 */
final class OverlappingCycles {

  private static final List<String> NAMES =
      List.of("ann", "ben", "cam", "dan", "eve", "fay", "gus", "hal", "ivy", "joy", "kim", "lea");
  private static final int PREEMPTIONS = 1000;
  private static final int FAULTS = 6;
  private static final int DEEDS = 8;
  private static final int MAX_REDRIVES = 4;
  private static final int STEPS_A_PAUSE = 12;
  private static final int MAX_PAUSE_SECONDS = 400;
  private static final ReconcileLimits LIMITS = new ReconcileLimits(Duration.ofMinutes(1), 100);

  final CycleWorld world = new CycleWorld();
  private final SeededDecisions decisions;
  private final Interleaving interleaving;
  private final List<Execution> executions = new ArrayList<>();
  private final Set<OptIn> takenBack = new HashSet<>();

  OverlappingCycles(long seed, Function<CycleWorld, Wrapping> mutant) {
    decisions = new SeededDecisions(seed);
    interleaving = new Interleaving(decisions, PREEMPTIONS, FAULTS);
    world.tellsTo(interleaving.trace()::add);
    NAMES.forEach(this::waits);
    var ports = mutant.apply(world).inside(interleaving.stepwise());
    var people = ports.wrap(People.class, new PeopleOf(world));
    var first = new Execution(world, Steps.over(world, ports), "execution-1", EARLIER);
    var second = new Execution(world, Steps.over(world, ports), "execution-2", CYCLE);
    executions.addAll(List.of(first, second));
    interleaving.add(first::run);
    interleaving.add(
        () -> {
          people.waits(decisions.pick(2 * MAX_PAUSE_SECONDS));
          second.run();
        });
    interleaving.add(() -> Steps.over(world, ports).reconcile().run(LIMITS, () -> true));
    interleaving.add(() -> doThings(people));
    interleaving.add(() -> stray(people, Steps.over(world, ports)));
    interleaving.afterEachStep(this::timePasses);
  }

  private void waits(String name) {
    world.waits(name, 5 + decisions.pick(100), component(), component(), component());
  }

  private float component() {
    return decisions.pick(200) / 100f - 1;
  }

  /** Functions that were given up for dead, and come to the pairs late. */
  private void stray(People people, Steps steps) {
    people.waits(decisions.pick(MAX_PAUSE_SECONDS));
    for (var cycle : List.of(EARLIER, CYCLE)) {
      for (var pair : planned(cycle)) {
        try {
          steps.protocol().process(pair, Duration.ZERO);
        } catch (RuntimeException | Crash e) {
          world.told("a late function ended by " + e);
        }
      }
    }
  }

  private List<PlannedPair> planned(CycleId cycle) {
    return world.records.find(cycle).flatMap(CycleRecord::plan).stream()
        .flatMap(adopted -> world.read(world.store.pairs(adopted.plan().pairsKey())).stream())
        .toList();
  }

  private void doThings(People people) {
    for (int i = 0; i < DEEDS; i++) {
      switch (decisions.pick(7)) {
        case 0 -> optsOut(people, anybody());
        case 1 -> people.optsIn(anybody());
        case 2 -> people.deletesTheirAccount(anybody());
        case 3 -> people.comesBack(anybody());
        case 4 -> blocks(people, anybody(), anybody());
        default -> people.waits(decisions.pick(MAX_PAUSE_SECONDS));
      }
    }
  }

  /** Whoever opts out before they were matched is never matched by that opt-in. */
  private void optsOut(People people, String name) {
    people.optsOut(name);
    var standing = world.traits.standing(id(name));
    if (standing.status().equals("opted_out")) {
      takenBack.add(new OptIn(id(name), standing.optedInAt().orElseThrow()));
    }
  }

  /** Whoever blocks somebody before they were matched is never matched with them. */
  private void blocks(People people, String one, String other) {
    if (!one.equals(other)) {
      people.blocks(one, other);
      if (!isMatchedWith(one, other) && !isMatchedWith(other, one)) {
        world.keptApart.add(CycleWorld.key(one, other));
      }
    }
  }

  private boolean isMatchedWith(String one, String other) {
    return world.traits.partner(id(one)).filter(id(other)::equals).isPresent();
  }

  private void nobodyIsMatchedWhoOptedOut() {
    for (var cycle : List.of(EARLIER, CYCLE, NEXT)) {
      for (var entry : world.trail.entriesOf(cycle)) {
        Promises.require(
            entry.status() != PairStatus.COMPLETED
                || entry.members().stream().noneMatch(takenBack::contains),
            () -> "6: matched by an opt-in that was taken back: " + Promises.told(entry));
      }
    }
  }

  private String anybody() {
    return NAMES.get(decisions.pick(NAMES.size()));
  }

  private void timePasses() {
    world.clock.advance(Duration.ofMillis(20));
    if (decisions.pickRarely(2, STEPS_A_PAUSE) == 1) {
      world.clock.advance(Duration.ofSeconds(decisions.pick(MAX_PAUSE_SECONDS)));
    }
    Promises.holdNow(world);
  }

  /** Runs all of it and checks the promises. */
  void run() {
    interleaving.run();
    // From here on nothing goes wrong any more, and nobody is in between.
    var alone = Steps.over(world, Wrapping.NONE);
    executions.forEach(
        execution -> {
          execution.goesOnBy(alone);
          redriven(execution);
        });
    reconcile(alone);
    var last = new Execution(world, alone, "execution-3", NEXT);
    last.run();
    redriven(last);
    reconcile(alone);
    Promises.require(last.hasEndedWell(), () -> "7: the last cycle ended in " + last.state());
    Promises.holdAtRest(world);
    nobodyIsMatchedWhoOptedOut();
  }

  private void redriven(Execution execution) {
    for (int i = 0; i < MAX_REDRIVES && !execution.hasEndedWell(); i++) {
      execution.tellOfFailure();
      Promises.require(
          world.lock.state().flatMap(LockState::owner).filter(execution::isMe).isEmpty(),
          () -> "7: a failed execution holds the lock");
      execution.redrive();
      Promises.holdNow(world);
    }
    // A cycle that a later one overtook before it had its plan is never run again.
    if (!execution.hasEndedWell()) {
      execution.tellOfFailure();
      Promises.require(
          execution.plan().isEmpty(), () -> "7: redrives do not end " + execution.state());
    }
  }

  private void reconcile(Steps steps) {
    for (int i = 0; i < 2; i++) {
      world.clock.advance(Duration.ofMinutes(15));
      steps.reconcile().run(LIMITS, () -> true);
    }
  }

  /** What was called so far, by whom, and what went wrong. */
  List<String> trace() {
    return interleaving.trace();
  }
}

package mosaicmatch.local.proof;

import static mosaicmatch.local.proof.CycleWorld.CYCLE;
import static mosaicmatch.local.proof.CycleWorld.EARLIER;
import static mosaicmatch.local.proof.CycleWorld.NEXT;
import static mosaicmatch.local.proof.CycleWorld.id;
import static mosaicmatch.local.proof.Promises.require;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.local.proof.FaultyPorts.Planned;
import mosaicmatch.lock.LockState;
import mosaicmatch.lock.Opening;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.Crash;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.reconcile.ReconcileLimits;
import mosaicmatch.record.CycleStatus;

/**
 * A cycle of four pairs. Ann and ben, eve and fay are simply matched. Dan opts out right after cam
 * was matched with him. Gus is in the plan of an earlier cycle too, with ivy, whose execution is
 * redriven in the middle of this one's pairs. Joy is blocked by the only two who are like her.
 */
final class FourPairs {

  private static final int MAX_REDRIVES = 6;
  private static final int MAX_RECONCILIATIONS = 4;
  private static final Duration BETWEEN_RECONCILIATIONS = Duration.ofMinutes(15);
  private static final ReconcileLimits LIMITS = new ReconcileLimits(Duration.ofMinutes(10), 1000);

  final CycleWorld world = new CycleWorld();

  /** What else is different from one scenario to the next. */
  enum Story {
    /** Nothing: whatever fails is redriven. */
    REDRIVEN,
    /** Fay has deleted her account in Nakama. */
    FAY_IS_GONE,
    /** Nobody redrives anything: reconciliation and the next cycle do what is left. */
    NEVER_REDRIVEN
  }

  private final FaultyPorts faults;
  private final Story story;
  private final Execution execution;
  private final Execution earlier;
  private final Steps steps;
  private final int redrives;

  FourPairs(
      List<Planned> plan, Function<CycleWorld, Wrapping> mutant, Story story, boolean traced) {
    this.story = story;
    redrives = story == Story.NEVER_REDRIVEN ? 0 : MAX_REDRIVES;
    people();
    faults = new FaultyPorts(world.clock, plan, traced);
    world.tellsTo(faults::tell);
    steps = Steps.over(world, mutant.apply(world).inside(faults));
    earlier = strandedEarlier();
    execution = new Execution(world, steps, "execution-2", CYCLE);
    execution.amidThePairs(earlier::redrive);
  }

  private void people() {
    world.waits("ann", 100, 1, 0, 0, 0, 0);
    world.waits("ben", 90, 1, 0, 0, 0, 0);
    world.waits("cam", 80, 0, 1, 0, 0, 0);
    world.waits("dan", 70, 0, 1, 0, 0, 0);
    world.waits("eve", 60, 0, 0, 1, 0, 0);
    world.waits("fay", 50, 0, 0, 1, 0, 0);
    world.waits("gus", 40, 0, 0, 0, 1, 0);
    world.waits("hal", 30, 0, 0, 0, 1, 0);
    world.waits("ivy", 20, 0, 0, 0, 0.6f, 0.8f);
    world.waits("joy", 10, 1, 0, 0, 0, 0);
    world.blocks("joy", "ann");
    world.blocks("joy", "ben");
    world.afterMatching("cam", () -> world.traits.optOut(id("dan")));
    if (story == Story.FAY_IS_GONE) {
      world.rooms.delete(id("fay"));
    }
  }

  private Execution strandedEarlier() {
    var opened = (Opening.Opened) world.lock.open(EARLIER, "execution-1", 0);
    world.lock.release(opened.cycle());
    var cycle = new Cycle(EARLIER, "execution-1", 0, opened.cycle().fence(), false);
    return Execution.strandedAtRetry(world, steps, cycle, world.pair(EARLIER, "gus", "ivy"));
  }

  /** Runs all until it is quiet; answers how many calls there were. */
  int run() {
    toItsEnd(execution);
    toItsEnd(earlier);
    reconcile();
    return faults.calls();
  }

  private void toItsEnd(Execution one) {
    if (one.state() == Execution.State.OPEN_CYCLE) {
      one.run();
      Promises.holdNow(world);
    }
    for (int i = 0; i < redrives && !one.hasEndedWell(); i++) {
      freed(one);
      one.redrive();
      Promises.holdNow(world);
    }
    if (story != Story.NEVER_REDRIVEN) {
      require(one.hasEndedWell(), () -> "7: redrives do not end " + one.state());
    } else if (!one.hasEndedWell()) {
      freed(one);
    }
  }

  /** The event of the failure comes before anybody redrives. */
  private void freed(Execution failed) {
    failed.tellOfFailure();
    require(
        world.lock.state().flatMap(LockState::owner).isEmpty(),
        () -> "7: the lock is held when the execution is redriven: " + world.lock.state());
  }

  private void reconcile() {
    for (int i = 0; i < MAX_RECONCILIATIONS; i++) {
      world.clock.advance(BETWEEN_RECONCILIATIONS);
      try {
        steps.reconcile().run(LIMITS, () -> true);
      } catch (RuntimeException | Crash e) {
        world.told("reconciliation ended by " + e);
      }
    }
  }

  List<String> trace() {
    return faults.trace();
  }

  /** Checks everything. */
  void check() {
    faults.endFaults();
    Promises.holdAtRest(world);
    if (story == Story.NEVER_REDRIVEN) {
      nextCycleMatchesWhoIsLeft();
    } else {
      endsAreAsExpected();
      missedOnce();
      require(
          world.records.find(CYCLE).orElseThrow().status() == CycleStatus.COMPLETE,
          () -> "7: the cycle's record says " + world.records.find(CYCLE).orElseThrow().status());
      nextPoolHolds(expectedToWait());
    }
  }

  private void nextCycleMatchesWhoIsLeft() {
    var next = new Execution(world, steps, "execution-3", NEXT);
    next.run();
    require(next.hasEndedWell(), () -> "7: the next cycle ended in " + next.state());
    Promises.holdAtRest(world);
    for (var pair : List.of("ann#ben", "eve#fay")) {
      require(
          Stream.of(CYCLE, NEXT)
              .anyMatch(cycle -> Promises.ends(world, cycle).get(pair) == PairStatus.COMPLETED),
          () -> "4: " + pair + " never came to be");
    }
    require(world.traits.partner(id("gus")).isPresent(), () -> "4: gus was matched with neither");
    require(
        world.traits.partner(id("dan")).isEmpty(), () -> "6: dan was matched, who had opted out");
  }

  private void endsAreAsExpected() {
    var ends = Promises.ends(world, CYCLE);
    var gusWithHal = ends.get("gus#hal");
    var gusWithIvy = Promises.ends(world, EARLIER).get("gus#ivy");
    require(
        ends.equals(
            Map.of(
                "ann#ben",
                PairStatus.COMPLETED,
                "cam#dan",
                PairStatus.ABANDONED,
                "eve#fay",
                story == Story.FAY_IS_GONE ? PairStatus.FAILED : PairStatus.COMPLETED,
                "gus#hal",
                gusWithHal)),
        () -> "4: the pairs ended otherwise than planned: " + ends);
    require(
        Set.of(gusWithHal, gusWithIvy).equals(Set.of(PairStatus.COMPLETED, PairStatus.SUPERSEDED)),
        () -> "1: gus: with hal " + gusWithHal + ", with ivy " + gusWithIvy);
    require(
        world.traits.status(id("dan")).equals("opted_out"),
        () -> "6: dan is " + world.traits.status(id("dan")));
  }

  private Set<String> expectedToWait() {
    var waiting = new TreeSet<>(Set.of("cam", "joy"));
    boolean isWithHal = Promises.ends(world, CYCLE).get("gus#hal") == PairStatus.COMPLETED;
    waiting.add(isWithHal ? "ivy" : "hal");
    if (story == Story.FAY_IS_GONE) {
      waiting.add("eve");
    }
    return waiting;
  }

  /** Whoever waits has missed this cycle, once; ivy may have missed the earlier one too. */
  private void missedOnce() {
    for (var name : expectedToWait()) {
      int missed = world.traits.missedCycles(id(name));
      require(
          missed == 1 || missed == 2 && name.equals("ivy"),
          () -> "4: " + name + " has missed " + missed + " cycles");
    }
  }

  /** No opt-in is lost: the next cycle finds them all, with their opt-ins and priorities. */
  private void nextPoolHolds(Set<String> names) {
    var opened = (Opening.Opened) world.lock.open(NEXT, "execution-3", 0);
    var fetched = steps.fetch().fetch(opened.cycle());
    var pool = world.read(world.store.pool(fetched.pool().key()));
    Set<SeekerId> found = pool.stream().map(seeker -> seeker.userId()).collect(Collectors.toSet());
    require(
        found.equals(names.stream().map(CycleWorld::id).collect(Collectors.toSet())),
        () -> "4: the next pool holds " + found + ", not " + names);
    pool.forEach(
        seeker ->
            require(
                world.optIns.get(seeker.userId().value()).equals(seeker.optIn()),
                () -> "4: the opt-in is not the old one: " + seeker));
  }
}

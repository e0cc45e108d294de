package mosaicmatch.local.proof;

import java.util.function.Function;
import mosaicmatch.proof.Choices;
import mosaicmatch.proof.EverySequence;
import mosaicmatch.proof.Interleaving;
import mosaicmatch.proof.Wrapping;

/**
 * Two executors and what happens beside them in one small world, whose every schedule with so many
 * preemptions can be run.
 */
final class Meeting {

  private static final int PREEMPTIONS = 3;

  final CycleWorld world = new CycleWorld();
  final Steps steps;
  final People people;
  private final Interleaving interleaving;

  private Meeting(Interleaving interleaving, Function<CycleWorld, Wrapping> mutant) {
    this.interleaving = interleaving;
    world.waits("ann", 100, 1, 0, 0);
    world.waits("ben", 90, 1, 0, 0);
    world.waits("cam", 80, 0.8f, 0.6f, 0);
    var ports = mutant.apply(world).inside(interleaving.stepwise());
    steps = Steps.over(world, ports);
    people = ports.wrap(People.class, new PeopleOf(world));
  }

  /** Adds an executor, or whatever else happens at the same time. */
  void beside(Runnable actor) {
    interleaving.add(actor);
  }

  /** Checks something after each step. */
  void always(Runnable check) {
    interleaving.afterEachStep(check);
  }

  /** Steps without a schedule, for what comes before and after. */
  Steps alone() {
    return Steps.over(world, Wrapping.NONE);
  }

  /**
   * Runs every schedule.
   *
   * @param meeting adds the actors; answers what to check when they have ended
   * @return how many there were
   */
  static long everySchedule(
      Function<CycleWorld, Wrapping> mutant, Function<Meeting, Runnable> meeting) {
    return EverySequence.of(choices -> run(choices, mutant, meeting));
  }

  private static void run(
      Choices choices, Function<CycleWorld, Wrapping> mutant, Function<Meeting, Runnable> meeting) {
    var interleaving = new Interleaving(choices, PREEMPTIONS, 0);
    try {
      var check = meeting.apply(new Meeting(interleaving, mutant));
      interleaving.run();
      check.run();
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "\n" + choices + "\n" + String.join("\n", interleaving.trace()), e);
    }
  }
}

package mosaicmatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import mosaicmatch.model.Scenario.Event;
import mosaicmatch.model.SteppedRun.Fate;

/** One random walk, taken by a model and by the real code side by side. */
final class Walk {

  /** How often a step that can't be taken is drawn before the walk is over. */
  private static final int PATIENCE = 200;

  private final Scenario scenario;
  private final SplittableRandom random;
  private final PairModel model;
  private final RealWorld real;
  private final SteppedRun[][] runs;
  private final State state;
  private final List<String> told = new ArrayList<>();

  Walk(Scenario scenario, SplittableRandom random) {
    this.scenario = scenario;
    this.random = random;
    model = PairModel.of(scenario);
    real = new RealWorld(scenario, model);
    runs = new SteppedRun[scenario.pairs().size()][scenario.workers()];
    state = model.beginning();
  }

  /** Walks so many steps, or as far as it can; answers how many there were. */
  int run(int steps) {
    int taken = 0;
    try {
      for (int patience = PATIENCE; taken < steps && patience > 0; ) {
        if (happens()) {
          taken++;
          patience = PATIENCE;
          check();
        } else {
          patience--;
        }
      }
    } catch (AssertionError e) {
      throw new AssertionError(scenario.name() + "\n" + String.join("\n", told), e);
    } finally {
      letGo();
    }
    return taken;
  }

  private boolean happens() {
    int pair = random.nextInt(scenario.pairs().size());
    int number = random.nextInt(scenario.workers());
    return switch (random.nextInt(16)) {
      case 0, 1 -> begins(pair, number);
      case 2 -> looks(pair, number);
      case 3 -> faults(pair, number);
      case 4 -> leaseEnds(pair);
      case 5 -> personDoes(random.nextInt(scenario.seekers()));
      case 6 -> isMissed();
      case 7 -> isRepaired(pair, random.nextInt(2));
      default -> steps(pair, number);
    };
  }

  private boolean tell(String what) {
    return told.add(what);
  }

  /** Takes a step of the model, if it can be taken. */
  private boolean take(Move.Step step) {
    var after = state.copy();
    if (!step.happens(after)) {
      return false;
    }
    state.become(after);
    return true;
  }

  private boolean begins(int pair, int number) {
    var worker = model.workers.worker(pair, number);
    if (!worker.isIdle(state) || !model.register.hasSeen(state, pair)) {
      return false;
    }
    boolean isInProgress =
        model.ledger.status(state, pair) == Ledger.Status.PENDING
            && model.ledger.isLeased(state, pair);
    boolean happened = take(s -> model.workers.begin(s, worker));
    if (!happened && !isInProgress) {
      return false;
    }
    var run = real.attempt(pair);
    assertThat(run.pending()).isEqualTo("claim");
    run.go(Fate.FINE);
    assertThat(run.lastError().contains("AttemptInProgress")).isEqualTo(isInProgress);
    runs[pair][number] = run;
    return tell("attempt " + number + " at " + scenario.pairs().get(pair));
  }

  private boolean looks(int pair, int number) {
    var worker = model.workers.worker(pair, number);
    if (!take(s -> model.workers.look(s, worker))) {
      return false;
    }
    runs[pair][number] = real.reconciliation(pair);
    return tell("reconciliation " + number + " of " + scenario.pairs().get(pair));
  }

  private boolean steps(int pair, int number) {
    return goes(pair, number, model.workers::step, Fate.FINE);
  }

  private boolean faults(int pair, int number) {
    return switch (random.nextInt(3)) {
      case 0 -> goes(pair, number, model.workers::loseAnswer, Fate.ANSWER_LOST);
      case 1 -> goes(pair, number, model.workers::failBefore, Fate.CALL_LOST);
      default -> goes(pair, number, model.workers::crash, Fate.CRASH);
    };
  }

  private boolean goes(int pair, int number, Workers.Deed deed, Fate fate) {
    var worker = model.workers.worker(pair, number);
    if (!take(s -> deed.happens(s, worker))) {
      return false;
    }
    tell(number + " at " + scenario.pairs().get(pair) + ": " + runs[pair][number].pending());
    runs[pair][number].go(fate);
    return true;
  }

  private boolean leaseEnds(int pair) {
    if (!take(s -> model.workers.deadLeaseEnds(s, pair))
        && !take(s -> model.workers.leaseExpires(s, pair))) {
      return false;
    }
    real.leaseEnds(pair);
    return tell("the lease of " + scenario.pairs().get(pair) + " ends");
  }

  private boolean personDoes(int who) {
    var event = Event.values()[random.nextInt(Event.values().length)];
    return scenario.has(event) && tell(Planned.name(who) + " " + event) && does(event, who);
  }

  private boolean does(Event event, int who) {
    var id = RealWorld.id(who);
    return switch (event) {
      case OPT_OUT ->
          take(s -> model.register.optOut(s, who)) && also(() -> real.register.optOut(id));
      case OPT_IN_AGAIN -> optsIn(who);
      case BLOCK ->
          who > 0
              && take(s -> model.register.block(s, 0, who))
              && also(() -> real.register.exclude(RealWorld.id(0), id));
      case ERASE -> take(s -> model.register.erase(s, who)) && also(() -> real.register.erase(id));
      case DELETE_ACCOUNT -> changesAccount(who);
      case LOSE_A_MATCH ->
          take(s -> model.register.loseMatch(s, who)) && also(() -> real.register.loseMatch(id));
    };
  }

  private boolean optsIn(int who) {
    int clock = random.nextBoolean() ? 1 : model.history.newestOptIn(state, who) + 1;
    return take(s -> model.register.optIn(s, who, clock))
        && also(() -> real.register.optIn(RealWorld.id(who), RealWorld.time(clock)));
  }

  private boolean changesAccount(int who) {
    return model.rooms.hasAccount(state, who)
        ? take(s -> model.rooms.deleteAccount(s, who))
            && also(() -> real.rooms.delete(RealWorld.id(who)))
        : take(s -> model.rooms.makeAccountAnew(s, who))
            && also(() -> real.rooms.makeAnew(RealWorld.id(who)));
  }

  private boolean isMissed() {
    if (scenario.misses().isEmpty()) {
      return false;
    }
    var miss = scenario.misses().get(random.nextInt(scenario.misses().size()));
    return take(
            s -> {
              model.register.missed(s, miss.cycle(), miss.seeker(), miss.optIn());
              return true;
            })
        && also(() -> real.missed(miss))
        && tell("missed " + miss);
  }

  private boolean isRepaired(int pair, int side) {
    return model.ledger.status(state, pair) == Ledger.Status.COMPLETED
        && take(
            s -> {
              model.register.repair(s, pair, side);
              return true;
            })
        && also(() -> real.repair(pair, side))
        && tell("repair of " + scenario.pairs().get(pair));
  }

  private static boolean also(Runnable deed) {
    deed.run();
    return true;
  }

  private void check() {
    for (int pair = 0; pair < runs.length; pair++) {
      for (int number = 0; number < runs[pair].length; number++) {
        checkCall(pair, number);
      }
    }
    real.assertAgrees(state);
  }

  /** A record of a failure that changes nothing is a step of the real code alone. */
  private void checkCall(int pair, int number) {
    var call = model.workers.worker(pair, number).call.of(state);
    var run = runs[pair][number];
    var pending = run == null ? SteppedRun.ENDED : run.pending();
    if (call == Call.NONE && pending.equals("recordFailedAttempt")) {
      run.go(Fate.FINE);
      pending = run.pending();
    }
    assertThat(pending)
        .as("call of %d at %s", number, scenario.pairs().get(pair))
        .isEqualTo(call.port(scenario.pairs().get(pair)));
  }

  /** No thread is left standing before a call. */
  private void letGo() {
    IntStream.range(0, runs.length)
        .mapToObj(pair -> runs[pair])
        .flatMap(Arrays::stream)
        .filter(run -> run != null && !run.pending().equals(SteppedRun.ENDED))
        .forEach(run -> run.go(Fate.CRASH));
  }
}

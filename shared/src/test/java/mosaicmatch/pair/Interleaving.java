package mosaicmatch.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.nakama.NakamaUnavailableException;
import mosaicmatch.traits.TraitServiceUnavailableException;

/**
 * Runs several actors one step at a time, a step being a call at a port. Whose turn it is, and what
 * goes wrong with a call, is taken from the choices. One actor runs on until it ends or is
 * preempted.
 */
final class Interleaving {

  /** A process that dies; nothing may catch it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
      super("crash", null, false, false);
    }
  }

  /** A call at a port. */
  interface Call {
    Object run() throws Throwable;
  }

  private final class Actor {
    private final Semaphore go = new Semaphore(0);
    private final Semaphore parked = new Semaphore(0);
    private volatile boolean done;

    void start(Runnable body) {
      Thread.startVirtualThread(
          () -> {
            go.acquireUninterruptibly();
            try {
              body.run();
            } catch (RuntimeException | Crash e) {
              trace.add("  attempt ended by " + e);
            } finally {
              done = true;
              parked.release();
            }
          });
    }

    void step() {
      go.release();
      parked.acquireUninterruptibly();
    }
  }

  private final Choices choices;
  private final List<Actor> actors = new ArrayList<>();
  final List<String> trace = new ArrayList<>();
  private Runnable afterEachStep = () -> {};
  private int preemptions;
  private int faults;
  private Actor current;

  Interleaving(Choices choices, int preemptions, int faults) {
    this.choices = choices;
    this.preemptions = preemptions;
    this.faults = faults;
  }

  void add(Runnable body) {
    var actor = new Actor();
    actor.start(body);
    actors.add(actor);
  }

  /** Runs until every actor has ended. */
  void run() {
    while (actors.stream().anyMatch(actor -> !actor.done)) {
      current = nextActor();
      current.step();
      afterEachStep.run();
    }
  }

  /** Checks something after each step. */
  void afterEachStep(Runnable check) {
    afterEachStep = check;
  }

  private Actor nextActor() {
    var live = actors.stream().filter(actor -> !actor.done).toList();
    if (!live.contains(current)) {
      return live.get(choices.pick(live.size()));
    }
    if (preemptions == 0 || live.size() == 1 || choices.pick(2) == 0) {
      return current;
    }
    preemptions--;
    var others = live.stream().filter(actor -> actor != current).toList();
    return others.get(choices.pick(others.size()));
  }

  /** What an actor does at a port: waits for its turn, and may have bad luck. */
  Object at(String name, Call call) throws Throwable {
    var me = current;
    me.parked.release();
    me.go.acquireUninterruptibly();
    int fault = faults == 0 ? 0 : choices.pick(5);
    faults -= fault == 0 ? 0 : 1;
    trace.add(actors.indexOf(me) + " " + name + (fault == 0 ? "" : " fault " + fault));
    return switch (fault) {
      case 0 -> call.run();
      case 1 -> throw new Crash();
      case 2 -> throw unavailable(name);
      case 3 -> {
        call.run();
        throw new Crash();
      }
      default -> {
        call.run();
        throw unavailable(name);
      }
    };
  }

  private static RuntimeException unavailable(String name) {
    if (name.startsWith("MatchRooms")) {
      return new NakamaUnavailableException("no answer");
    }
    return name.startsWith("Seeker")
        ? new TraitServiceUnavailableException("no answer")
        : new StoreUnavailableException("no answer");
  }
}

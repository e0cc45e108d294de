package mosaicmatch.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs several actors one step at a time, a step being a call at a port. Whose turn it is, and what
 * goes wrong with a call, is decided by the actor that comes to a call, in its own thread: one that
 * goes on needs no other thread, and one that is preempted hands over to the next directly.
 */
public final class Interleaving {

  /** How often chance lets a call fail, and an actor be preempted. */
  private static final int CALLS_A_FAULT = 40;

  private static final int STEPS_IN_A_ROW = 3;

  private final class Actor {
    private final String name = Integer.toString(actors.size());
    private volatile Thread thread;
    private boolean started;
    private boolean done;
    private volatile boolean isItsTurn;

    Actor(Runnable body) {
      thread = Thread.ofVirtual().unstarted(() -> act(this, body));
    }

    void takesOver() {
      if (started) {
        isItsTurn = true;
        LockSupport.unpark(thread);
      } else {
        started = true;
        thread.start();
      }
    }

    /** Also by a thread that the actor has started for this call. */
    void waits() {
      thread = Thread.currentThread();
      while (!isItsTurn) {
        LockSupport.park(this);
      }
      isItsTurn = false;
    }
  }

  private final Decisions decisions;
  private final List<Actor> actors = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final Actor nobody = new Actor(() -> {});
  private Runnable afterEachStep = () -> {};
  private int preemptions;
  private int faults;
  private Actor current = nobody;
  private Thread runner = Thread.currentThread();
  private Optional<Error> failure = Optional.empty();
  private volatile boolean ended;

  /** With at most so many preemptions and faults. */
  public Interleaving(Decisions decisions, int preemptions, int faults) {
    this.decisions = decisions;
    this.preemptions = preemptions;
    this.faults = faults;
    nobody.done = true;
  }

  /** Adds an actor. An exception or a crash only ends the actor; an assertion ends the run. */
  public void add(Runnable body) {
    actors.add(new Actor(body));
  }

  /** Checks something after each step. */
  public void afterEachStep(Runnable check) {
    afterEachStep = check;
  }

  /** Runs until every actor has ended; throws the assertion that failed, if one did. */
  public void run() {
    runner = Thread.currentThread();
    passOn(nobody);
    while (!ended) {
      LockSupport.park(this);
    }
    failure.ifPresent(
        error -> {
          throw error;
        });
  }

  /** What was called so far, by whom, and what went wrong. */
  public List<String> trace() {
    return trace;
  }

  /** Makes every call at a port a step. */
  public Wrapping stepwise() {
    return new Wrapping() {
      @Override
      public <T> T wrap(Class<T> port, T real) {
        return stepwise(port, real);
      }
    };
  }

  private <T> T stepwise(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                at(
                    port,
                    method.getName(),
                    () -> {
                      try {
                        return method.invoke(real, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                      }
                    })));
  }

  /** What an actor does at a port: waits for its turn, and may have bad luck. */
  private Object at(Class<?> port, String method, Fault.Call call) throws Throwable {
    var me = current;
    afterEachStep.run();
    passOn(me);
    var fault = Fault.number(faults == 0 ? 0 : decisions.pickRarely(Fault.COUNT, CALLS_A_FAULT));
    faults -= fault == Fault.NONE ? 0 : 1;
    trace.add(me.name + " " + port.getSimpleName() + "." + method + fault.inTrace());
    return fault.happensTo(port, call);
  }

  private void act(Actor me, Runnable body) {
    try {
      try {
        body.run();
      } catch (RuntimeException | Crash e) {
        trace.add("  " + me.name + " ended by " + e);
      }
      me.done = true;
      afterEachStep.run();
      passOn(me);
    } catch (Error e) {
      failure = Optional.of(e);
      end();
    }
  }

  private void passOn(Actor me) {
    var live = actors.stream().filter(actor -> !actor.done).toList();
    if (live.isEmpty()) {
      end();
      return;
    }
    current = next(me, live);
    if (current != me) {
      current.takesOver();
      if (!me.done) {
        me.waits();
      }
    }
  }

  private void end() {
    ended = true;
    LockSupport.unpark(runner);
  }

  private Actor next(Actor me, List<Actor> live) {
    if (me.done) {
      return live.get(decisions.pick(live.size()));
    }
    if (preemptions == 0 || live.size() == 1 || decisions.pickRarely(2, STEPS_IN_A_ROW) == 0) {
      return me;
    }
    preemptions--;
    var others = live.stream().filter(actor -> actor != me).toList();
    return others.get(decisions.pick(others.size()));
  }
}

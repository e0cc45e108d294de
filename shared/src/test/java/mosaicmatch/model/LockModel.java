package mosaicmatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lock and the executions that take it: three of two cycles, one of them started by a duplicate
 * event. Each may fail before its maps, be freed for, and be redriven; each may leave a call on its
 * way that is done later.
 */
final class LockModel implements Model {

  /** What an execution does next; failed ones are taken up again where they failed. */
  enum Step {
    OPEN,
    FETCH,
    PLAN,
    MAPS,
    CLOSE,
    DONE,
    SKIPPED,
    FAILED;

    boolean isUnderWay() {
      return this == PLAN || this == MAPS;
    }

    boolean isOver() {
      return this == DONE || this == SKIPPED || this == FAILED;
    }
  }

  private static final int[] CYCLES = {1, 1, 2};
  private static final int MOST_FENCES = 15;

  /** An execution, what it believes of the lock, and a call of it that is on its way still. */
  private final class Execution {
    final int number;
    final Choice<Step> step;
    final Choice<Step> late;
    final Field fence;
    final Field redrive;
    final Field lateFence;
    final Field lateRedrive;

    Execution(Layout layout, int number) {
      this.number = number;
      step = layout.oneOf(Step.values());
      late = layout.oneOf(Step.values());
      fence = layout.number(MOST_FENCES);
      redrive = layout.number(1);
      lateFence = layout.number(MOST_FENCES);
      lateRedrive = layout.number(1);
    }

    @Override
    public String toString() {
      return "execution " + (number + 1) + " of c" + CYCLES[number];
    }
  }

  private final Layout layout = new Layout();
  private final Execution[] executions = new Execution[CYCLES.length];
  private final LockRow row;
  private final Budget budget;
  private final Field isExpired;
  private final Field isTwoAtOnce;
  private final Field isRunTwice;
  private final Field opened;

  /** What the release for a failed execution knows: whose failure, at which redrive, the fence. */
  private final Field readOf;

  private final Field readFence;
  private final Field readRedrive;
  private final Field isDescribed;

  LockModel(Set<Rule> rules, Scenario.Faults faults) {
    row = new LockRow(layout, rules, CYCLES.length, MOST_FENCES);
    budget = new Budget(layout, faults);
    for (int number = 0; number < CYCLES.length; number++) {
      executions[number] = new Execution(layout, number);
    }
    isExpired = layout.flag();
    isTwoAtOnce = layout.flag();
    isRunTwice = layout.flag();
    opened = layout.number(3);
    readOf = layout.number(CYCLES.length);
    readFence = layout.number(MOST_FENCES);
    readRedrive = layout.number(1);
    isDescribed = layout.flag();
  }

  @Override
  public State beginning() {
    var s = layout.empty();
    budget.begin(s);
    for (var execution : executions) {
      execution.late.put(s, Step.DONE);
    }
    return s;
  }

  @Override
  public List<Move> moves() {
    var moves = new ArrayList<Move>();
    for (var execution : executions) {
      addMovesOf(execution, moves);
    }
    moves.add(Move.calm("it is asked whether the execution runs: it has failed", this::describe));
    moves.add(Move.calm("the lock is released for the failed execution", this::releaseFor));
    moves.add(Move.calm("the lease of an execution that is over runs out", this::deadLeaseEnds));
    moves.add(Move.wild("the lease runs out under its execution", this::leaseExpires));
    return moves;
  }

  private void addMovesOf(Execution e, List<Move> moves) {
    moves.add(
        new Move(
            true,
            s -> advance(s, e),
            (before, after) -> e + ": " + e.step.of(before) + " -> " + e.step.of(after)));
    moves.add(
        new Move(false, s -> fail(s, e), (before, _) -> e + " fails at " + e.step.of(before)));
    moves.add(
        new Move(
            false,
            s -> leaveCall(s, e),
            (before, _) -> e + ": the call of " + e.step.of(before) + " is on its way"));
    moves.add(
        new Move(
            true,
            s -> lateCallArrives(s, e),
            (before, _) -> e + ": the late call of " + e.late.of(before) + " arrives"));
    moves.add(Move.wild(e + " is redriven", s -> redrive(s, e)));
    moves.add(Move.calm("the lock is read, since " + e + " failed", s -> read(s, e)));
  }

  private boolean advance(State s, Execution e) {
    var step = e.step.of(s);
    if (step.isOver()) {
      return false;
    }
    boolean isDone = call(s, e, step, e.fence.of(s), e.redrive.of(s));
    var next = after(step, isDone);
    if (isDone && (step == Step.OPEN || step == Step.FETCH)) {
      e.fence.put(s, row.fence(s));
    }
    if (step == Step.OPEN && isDone) {
      notesOpening(s, e);
    }
    e.step.put(s, next);
    if (next == Step.PLAN || next == Step.MAPS) {
      notesCompany(s, e);
    }
    return true;
  }

  private static Step after(Step step, boolean isDone) {
    return switch (step) {
      case OPEN -> isDone ? Step.FETCH : Step.SKIPPED;
      case FETCH -> isDone ? Step.PLAN : Step.FAILED;
      case PLAN -> isDone ? Step.MAPS : Step.FAILED;
      case MAPS -> Step.CLOSE;
      case CLOSE, DONE -> Step.DONE;
      case SKIPPED -> Step.SKIPPED;
      case FAILED -> Step.FAILED;
    };
  }

  /** The call that a step makes to the lock; the maps go on without it. */
  private boolean call(State s, Execution e, Step step, int fence, int redrive) {
    return switch (step) {
      case OPEN -> row.open(s, CYCLES[e.number], e.number, redrive);
      case FETCH -> row.hold(s, CYCLES[e.number], e.number, redrive, fence);
      case PLAN, MAPS -> row.renew(s, e.number, fence);
      case CLOSE -> row.release(s, e.number, fence);
      case DONE, SKIPPED, FAILED -> false;
    };
  }

  private void notesOpening(State s, Execution e) {
    int cycle = CYCLES[e.number];
    int by = opened.of(s);
    if (cycle == 1 && by != 0 && by != e.number + 1) {
      isRunTwice.set(s);
    }
    if (cycle == 1) {
      opened.put(s, e.number + 1);
    }
  }

  private void notesCompany(State s, Execution e) {
    for (var other : executions) {
      if (other != e && other.step.of(s).isUnderWay() && !isExpired.isSet(s)) {
        isTwoAtOnce.set(s);
      }
    }
  }

  private boolean fail(State s, Execution e) {
    boolean isBeforeTheMaps = e.step.is(s, Step.FETCH) || e.step.is(s, Step.PLAN);
    if (!isBeforeTheMaps || !budget.takesCrash(s)) {
      return false;
    }
    e.step.put(s, Step.FAILED);
    return true;
  }

  private boolean leaveCall(State s, Execution e) {
    var step = e.step.of(s);
    if (step.isOver() || !e.late.of(s).isOver() || !budget.takesLateCall(s)) {
      return false;
    }
    e.late.put(s, step);
    e.lateFence.put(s, e.fence.of(s));
    e.lateRedrive.put(s, e.redrive.of(s));
    return true;
  }

  private boolean lateCallArrives(State s, Execution e) {
    var step = e.late.of(s);
    if (step.isOver()) {
      return false;
    }
    call(s, e, step, e.lateFence.of(s), e.lateRedrive.of(s));
    e.late.put(s, Step.DONE);
    e.lateFence.clear(s);
    e.lateRedrive.clear(s);
    return true;
  }

  /** From where it failed: it takes the lock again before it goes on. */
  private boolean redrive(State s, Execution e) {
    if (!e.step.is(s, Step.FAILED) || e.redrive.isSet(s)) {
      return false;
    }
    e.redrive.set(s);
    e.step.put(s, Step.FETCH);
    return true;
  }

  private boolean read(State s, Execution e) {
    if (!e.step.is(s, Step.FAILED) || readOf.isSet(s) || !row.isOwnedBy(s, e.number)) {
      return false;
    }
    readOf.put(s, e.number + 1);
    readFence.put(s, row.fence(s));
    readRedrive.put(s, e.redrive.of(s));
    return true;
  }

  private boolean describe(State s) {
    if (!readOf.isSet(s) || isDescribed.isSet(s)) {
      return false;
    }
    if (executions[readOf.of(s) - 1].step.of(s).isOver()) {
      isDescribed.set(s);
    } else {
      forgetReading(s);
    }
    return true;
  }

  private boolean releaseFor(State s) {
    if (!isDescribed.isSet(s)) {
      return false;
    }
    row.releaseFor(s, readOf.of(s) - 1, readRedrive.of(s), readFence.of(s));
    forgetReading(s);
    return true;
  }

  private void forgetReading(State s) {
    readOf.clear(s);
    readFence.clear(s);
    readRedrive.clear(s);
    isDescribed.clear(s);
  }

  private boolean isHeldByTheLiving(State s) {
    for (var execution : executions) {
      if (row.isOwnedBy(s, execution.number) && !execution.step.of(s).isOver()) {
        return true;
      }
    }
    return false;
  }

  private boolean deadLeaseEnds(State s) {
    if (!row.isLeased(s) || isHeldByTheLiving(s)) {
      return false;
    }
    row.leaseEnds(s);
    return true;
  }

  private boolean leaseExpires(State s) {
    if (!row.isLeased(s) || !isHeldByTheLiving(s) || !budget.takesExpiry(s)) {
      return false;
    }
    row.leaseEnds(s);
    isExpired.set(s);
    return true;
  }

  @Override
  public Optional<Promise> broken(State s) {
    if (row.isTrespassed(s)) {
      return Optional.of(Promise.LOCK_IS_THE_TAKERS);
    }
    if (isRunTwice.isSet(s)) {
      return Optional.of(Promise.ONE_EXECUTION_A_CYCLE);
    }
    return isTwoAtOnce.isSet(s) ? Optional.of(Promise.ONE_CYCLE_AT_A_TIME) : Optional.empty();
  }

  @Override
  public Optional<Promise> brokenWhenQuiet(State s) {
    return row.isLeased(s) ? Optional.of(Promise.LOCK_IS_FREE_IN_THE_END) : Optional.empty();
  }
}

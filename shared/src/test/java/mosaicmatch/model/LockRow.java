package mosaicmatch.model;

import java.util.Set;

/** The lock's row: who holds it, under which fence, and which cycle was opened last. */
final class LockRow {

  private static final int NOBODY = 0;

  private final Set<Rule> rules;
  private final Field owner;
  private final Field redrives;
  private final Field fence;
  private final Field leased;
  private final Field lastCycle;
  private final Field openedBy;
  private final Field trespassed;

  LockRow(Layout layout, Set<Rule> rules, int executions, int mostFences) {
    this.rules = rules;
    owner = layout.number(executions);
    redrives = layout.number(1);
    fence = layout.number(mostFences);
    leased = layout.flag();
    lastCycle = layout.number(3);
    openedBy = layout.number(executions);
    trespassed = layout.flag();
  }

  int fence(State s) {
    return fence.of(s);
  }

  /** Set once somebody freed or kept the lock under a fence that was no longer its own. */
  boolean isTrespassed(State s) {
    return trespassed.isSet(s);
  }

  boolean isLeased(State s) {
    return leased.isSet(s);
  }

  boolean isOwnedBy(State s, int execution) {
    return owner.of(s) == execution + 1;
  }

  private boolean isFree(State s) {
    return owner.of(s) == NOBODY || !leased.isSet(s) || !rules.contains(Rule.LOCK_ONLY_WHEN_FREE);
  }

  boolean open(State s, int cycle, int execution, int redrive) {
    int last = lastCycle.of(s);
    boolean isNext =
        last < cycle
            || (last == cycle && openedBy.of(s) == execution + 1)
            || !rules.contains(Rule.CYCLES_IN_ORDER);
    return (isOwnedBy(s, execution) || (isFree(s) && isNext)) && take(s, cycle, execution, redrive);
  }

  /** Keeps the lock for another lease, or takes it anew for the cycle that was opened last. */
  boolean hold(State s, int cycle, int execution, int redrive, int under) {
    if (isOwnedBy(s, execution) && fence.of(s) == under && redrives.of(s) == redrive) {
      leased.set(s);
      return true;
    }
    boolean isLast = lastCycle.of(s) == cycle || !rules.contains(Rule.CYCLES_IN_ORDER);
    return isLast && (isOwnedBy(s, execution) || isFree(s)) && take(s, cycle, execution, redrive);
  }

  private boolean take(State s, int cycle, int execution, int redrive) {
    owner.put(s, execution + 1);
    redrives.put(s, redrive);
    fence.put(s, Math.min(fence.of(s) + 1, fence.mask()));
    leased.set(s);
    lastCycle.put(s, Math.max(cycle, lastCycle.of(s)));
    openedBy.put(s, execution + 1);
    return true;
  }

  boolean renew(State s, int execution, int under) {
    if (!isHeld(s, execution, under, Rule.FENCE_ON_RENEW)) {
      return false;
    }
    notes(s, under);
    leased.set(s);
    return true;
  }

  boolean release(State s, int execution, int under) {
    return isHeld(s, execution, under, Rule.FENCE_ON_RELEASE) && free(s, under);
  }

  boolean releaseFor(State s, int execution, int redrive, int under) {
    boolean isOfThisTime =
        redrives.of(s) <= redrive || !rules.contains(Rule.REDRIVES_ON_RELEASE_FOR);
    return isHeld(s, execution, under, Rule.FENCE_ON_RELEASE_FOR) && isOfThisTime && free(s, under);
  }

  private boolean isHeld(State s, int execution, int under, Rule fenced) {
    return isOwnedBy(s, execution) && (fence.of(s) == under || !rules.contains(fenced));
  }

  private boolean free(State s, int under) {
    notes(s, under);
    owner.put(s, NOBODY);
    leased.clear(s);
    return true;
  }

  private void notes(State s, int under) {
    if (fence.of(s) != under) {
      trespassed.set(s);
    }
  }

  void leaseEnds(State s) {
    leased.clear(s);
  }
}

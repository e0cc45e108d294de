package mosaicmatch.model;

import java.util.List;
import java.util.Set;

/** The audit entries and the claims, and the transactions over both. */
final class Ledger {

  /** How far a pair has come. */
  enum Status {
    ABSENT,
    PENDING,
    ABANDONING,
    FAILING,
    COMPLETED,
    SUPERSEDED,
    ABANDONED,
    FAILED;

    boolean isLive() {
      return this == PENDING || this == ABANDONING || this == FAILING;
    }
  }

  /** What a claim answers. */
  enum Claimed {
    CLAIMED,
    IN_PROGRESS,
    SUPERSEDED,
    FOUND
  }

  private final Scenario scenario;
  private final Set<Rule> rules;
  private final List<Choice<Status>> status;
  private final Field[] matched;
  private final Field[] room;
  private final Field[] lease;
  private final Field[] gone;
  private final Field[] consumed;
  private final Field[] live;
  private final Field[] holder;

  Ledger(Layout layout, Scenario scenario, Set<Rule> rules) {
    this.scenario = scenario;
    this.rules = rules;
    int pairs = scenario.pairs().size();
    status = layout.eachOneOf(pairs, Status.values());
    matched = layout.flags(pairs);
    room = layout.flags(pairs);
    lease = layout.flags(pairs);
    gone = layout.numbers(pairs, 3);
    consumed = layout.numbers(scenario.seekers(), scenario.optIns());
    live = layout.flags(scenario.seekers());
    holder = layout.numbers(scenario.seekers(), pairs - 1);
  }

  Status status(State s, int pair) {
    return status.get(pair).of(s);
  }

  boolean isMatched(State s, int pair) {
    return matched[pair].isSet(s);
  }

  boolean hasRoom(State s, int pair) {
    return room[pair].isSet(s);
  }

  boolean isLeased(State s, int pair) {
    return lease[pair].isSet(s);
  }

  int consumed(State s, int seeker) {
    return consumed[seeker].of(s);
  }

  boolean isLive(State s, int seeker) {
    return live[seeker].isSet(s);
  }

  /** The pair that the seeker's claim names, which stays there when the pair has ended. */
  int holder(State s, int seeker) {
    return holder[seeker].of(s);
  }

  boolean holds(State s, int pair, int side) {
    int seeker = scenario.pairs().get(pair).seeker(side);
    return live[seeker].isSet(s) && holder[seeker].of(s) == pair;
  }

  void leaseEnds(State s, int pair) {
    lease[pair].clear(s);
  }

  /** Claims both members and begins an attempt, in one transaction. */
  Claimed claim(State s, int pair) {
    var found = status.get(pair).of(s);
    if (found == Status.SUPERSEDED) {
      return Claimed.SUPERSEDED;
    }
    if (found != Status.ABSENT && found != Status.PENDING) {
      return Claimed.FOUND;
    }
    if (lease[pair].isSet(s)) {
      return Claimed.IN_PROGRESS;
    }
    if (!yields(s, pair, 0) || !yields(s, pair, 1)) {
      return supersede(s, pair);
    }
    hold(s, pair, 0);
    hold(s, pair, 1);
    status.get(pair).put(s, Status.PENDING);
    lease[pair].put(s, rules.contains(Rule.ATTEMPT_LEASE) ? 1 : 0);
    return Claimed.CLAIMED;
  }

  private Claimed supersede(State s, int pair) {
    if (status.get(pair).is(s, Status.PENDING)) {
      return Claimed.IN_PROGRESS;
    }
    status.get(pair).put(s, Status.SUPERSEDED);
    return Claimed.SUPERSEDED;
  }

  private boolean yields(State s, int pair, int side) {
    var planned = scenario.pairs().get(pair);
    int seeker = planned.seeker(side);
    boolean isSpent = consumed[seeker].of(s) >= planned.optIn(side);
    return !(isSpent && rules.contains(Rule.CLAIM_BY_OPT_IN))
        && (!live[seeker].isSet(s) || yieldsTo(planned, holder[seeker].of(s)));
  }

  private boolean yieldsTo(Planned planned, int holding) {
    var held = scenario.pairs().get(holding);
    return (planned.isOfTheSamePeople(held) || !rules.contains(Rule.CLAIM_BY_PAIR))
        && (planned.cycle() == held.cycle() || !rules.contains(Rule.CLAIM_BY_CYCLE));
  }

  private void hold(State s, int pair, int side) {
    int seeker = scenario.pairs().get(pair).seeker(side);
    live[seeker].set(s);
    holder[seeker].put(s, pair);
  }

  /** From here the pair is finished forward. */
  void recordMatched(State s, int pair) {
    if (status.get(pair).is(s, Status.PENDING)) {
      matched[pair].set(s);
    }
  }

  void recordRoom(State s, int pair) {
    boolean isPending = status.get(pair).is(s, Status.PENDING) && matched[pair].isSet(s);
    if (isPending || !rules.contains(Rule.ROOM_ONLY_WHILE_PENDING)) {
      room[pair].set(s);
    }
  }

  void beginAbandoning(State s, int pair) {
    boolean isUndecided = !matched[pair].isSet(s);
    if (status.get(pair).is(s, Status.PENDING)
        && (isUndecided || !rules.contains(Rule.ABANDON_ONLY_BEFORE_MATCHED))) {
      status.get(pair).put(s, Status.ABANDONING);
    }
  }

  /** Which members are recorded as gone: 1 the first, 2 the second, 3 both. */
  int gone(State s, int pair) {
    return gone[pair].of(s);
  }

  void beginFailing(State s, int pair, int whoIsGone) {
    boolean hasNoRoom = !room[pair].isSet(s);
    if (status.get(pair).is(s, Status.PENDING)
        && matched[pair].isSet(s)
        && (hasNoRoom || !rules.contains(Rule.FAILING_ONLY_BEFORE_ROOM))) {
      status.get(pair).put(s, Status.FAILING);
      gone[pair].put(s, whoIsGone);
    }
  }

  /** What stopped an attempt is recorded, and the next may begin at once. */
  void recordFailedAttempt(State s, int pair) {
    if (status.get(pair).is(s, Status.PENDING)) {
      lease[pair].clear(s);
    }
  }

  /** False if the pair is there to be completed but its claims are not. */
  boolean complete(State s, int pair) {
    boolean isReady =
        status.get(pair).is(s, Status.PENDING) && matched[pair].isSet(s) && room[pair].isSet(s);
    if (rules.contains(Rule.COMPLETED_ONLY_FROM_PENDING) && !isReady) {
      return true;
    }
    if (rules.contains(Rule.COMPLETED_ONLY_FROM_PENDING) && !holdsBoth(s, pair)) {
      return false;
    }
    end(s, pair, Status.COMPLETED, 3);
    return true;
  }

  boolean abandon(State s, int pair) {
    return endsFrom(s, pair, Status.ABANDONING, Status.ABANDONED, 0);
  }

  /** Ends a pair that can't succeed; those who are gone take their opt-ins with them. */
  boolean fail(State s, int pair) {
    return endsFrom(s, pair, Status.FAILING, Status.FAILED, gone[pair].of(s));
  }

  /** The same of a pair that was never recorded as failing. */
  boolean failUnannounced(State s, int pair, int whoIsGone) {
    var found = status.get(pair).of(s);
    return !found.isLive() || endsFrom(s, pair, found, Status.FAILED, whoIsGone);
  }

  private boolean endsFrom(State s, int pair, Status from, Status to, int consuming) {
    if (!status.get(pair).is(s, from)) {
      return true;
    }
    if (!holdsBoth(s, pair)) {
      return false;
    }
    end(s, pair, to, consuming);
    return true;
  }

  private boolean holdsBoth(State s, int pair) {
    return holds(s, pair, 0) && holds(s, pair, 1);
  }

  private void end(State s, int pair, Status ended, int consuming) {
    status.get(pair).put(s, ended);
    lease[pair].clear(s);
    for (int side = 0; side < 2; side++) {
      int seeker = scenario.pairs().get(pair).seeker(side);
      live[seeker].clear(s);
      if ((consuming >> side & 1) == 1) {
        consumed[seeker].put(s, scenario.pairs().get(pair).optIn(side));
      }
      if (!rules.contains(Rule.ROWS_KEPT)) {
        consumed[seeker].clear(s);
      }
    }
  }
}

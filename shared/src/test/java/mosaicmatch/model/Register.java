package mosaicmatch.model;

import java.util.List;
import java.util.Set;

/** The trait service's register of seekers, by the rules of its rows. */
final class Register {

  /** Where a person stands. */
  enum Standing {
    WAITING,
    MATCHED,
    OPTED_OUT,
    ERASED
  }

  private final Scenario scenario;
  private final Set<Rule> rules;
  private final History history;
  private final Field[] optIn;
  private final List<Choice<Standing>> standing;
  private final Field[] matchedBy;
  private final Field[] leaving;
  private final Field[] missed;
  private final Field[] lastMissed;
  private final Field[][] blocked;
  private final Field[][] met;
  private final Field[][] voided;

  Register(Layout layout, Scenario scenario, Set<Rule> rules, History history) {
    this.scenario = scenario;
    this.rules = rules;
    this.history = history;
    int seekers = scenario.seekers();
    optIn = layout.numbers(seekers, scenario.optIns());
    standing = layout.eachOneOf(seekers, Standing.values());
    met = new Field[seekers][];
    blocked = new Field[seekers][];
    for (int seeker = 0; seeker < seekers; seeker++) {
      met[seeker] = layout.flags(seekers);
      blocked[seeker] = layout.flags(seekers);
    }
    matchedBy = layout.numbers(seekers, scenario.pairs().size() - 1);
    leaving = layout.flags(seekers);
    missed = layout.numbers(seekers, 7);
    lastMissed = layout.numbers(seekers, 3);
    voided = new Field[scenario.pairs().size()][];
    for (int pair = 0; pair < voided.length; pair++) {
      voided[pair] = layout.flags(2);
    }
  }

  void begin(State s, int seeker) {
    optIn[seeker].put(s, 1);
    standing.get(seeker).put(s, Standing.WAITING);
  }

  Standing standing(State s, int seeker) {
    return standing.get(seeker).of(s);
  }

  int optIn(State s, int seeker) {
    return optIn[seeker].of(s);
  }

  int matchedBy(State s, int seeker) {
    return matchedBy[seeker].of(s);
  }

  boolean isLeaving(State s, int seeker) {
    return leaving[seeker].isSet(s);
  }

  int missedCycles(State s, int seeker) {
    return missed[seeker].of(s);
  }

  boolean isMatchedBy(State s, int seeker, int pair) {
    return standing.get(seeker).is(s, Standing.MATCHED) && matchedBy[seeker].of(s) == pair;
  }

  /** A new opt-in, by a clock that says what it likes; who waits keeps theirs. */
  boolean optIn(State s, int seeker, int clock) {
    history.wants(s, seeker, true);
    if (standing.get(seeker).is(s, Standing.WAITING)) {
      return true;
    }
    int before = optIn[seeker].of(s);
    int at = rules.contains(Rule.OPT_INS_GROW) ? Math.max(clock, before + 1) : clock;
    if (at > scenario.optIns()) {
      return false;
    }
    forget(s, seeker);
    optIn[seeker].put(s, at);
    standing.get(seeker).put(s, Standing.WAITING);
    history.optedIn(s, seeker, at);
    history.beginsAnew(s, seeker);
    return true;
  }

  /** Out of the pool; whoever is matched is out if that match is given up. */
  boolean optOut(State s, int seeker) {
    history.wants(s, seeker, false);
    switch (standing.get(seeker).of(s)) {
      case WAITING -> standing.get(seeker).put(s, Standing.OPTED_OUT);
      case MATCHED -> leaving[seeker].set(s);
      case OPTED_OUT, ERASED -> {
        return false;
      }
    }
    return true;
  }

  boolean erase(State s, int seeker) {
    history.wants(s, seeker, false);
    history.beginsAnew(s, seeker);
    forget(s, seeker);
    for (int other = 0; other < met[seeker].length; other++) {
      met[seeker][other].clear(s);
      blocked[seeker][other].clear(s);
    }
    standing.get(seeker).put(s, Standing.ERASED);
    if (!rules.contains(Rule.ERASED_LEAVE_THE_TIME)) {
      optIn[seeker].put(s, 0);
    }
    return true;
  }

  private void forget(State s, int seeker) {
    matchedBy[seeker].clear(s);
    leaving[seeker].clear(s);
    missed[seeker].clear(s);
    lastMissed[seeker].clear(s);
    for (int pair = 0; pair < voided.length; pair++) {
      for (int side = 0; side < 2; side++) {
        if (scenario.pairs().get(pair).seeker(side) == seeker) {
          voided[pair][side].clear(s);
        }
      }
    }
  }

  boolean block(State s, int one, int other) {
    blocked[one][other].set(s);
    blocked[other][one].set(s);
    return true;
  }

  /**
   * The match of a row is lost, such as when its index is restored from an older copy. An opt-out
   * that came later would be lost with it, beyond what any rule can know; so there is none here.
   */
  boolean loseMatch(State s, int seeker) {
    if (!standing.get(seeker).is(s, Standing.MATCHED) || leaving[seeker].isSet(s)) {
      return false;
    }
    unmatch(s, seeker, Standing.WAITING);
    return true;
  }

  private void unmatch(State s, int seeker, Standing back) {
    var match = scenario.pairs().get(matchedBy[seeker].of(s));
    met[seeker][match.seeker(0) + match.seeker(1) - seeker].clear(s);
    matchedBy[seeker].clear(s);
    leaving[seeker].clear(s);
    standing.get(seeker).put(s, back);
  }

  /** The one point where it is decided whether somebody may be matched. */
  boolean matched(State s, int pair, int side) {
    int seeker = scenario.pairs().get(pair).seeker(side);
    if (isCurrent(s, pair, side) && isMatchedBy(s, seeker, pair)) {
      return true;
    }
    if (isRefused(s, pair, side)) {
      return false;
    }
    if (!mayBeMatched(s, pair, side)) {
      history.breaks(s, Promise.NOBODY_AGAINST_THEIR_WILL);
    }
    putMatch(s, pair, side);
    return true;
  }

  private boolean isRefused(State s, int pair, int side) {
    return (rules.contains(Rule.MATCHED_IS_COMPARE_AND_SET) && !waits(s, pair, side))
        || (rules.contains(Rule.VOIDED_IS_REFUSED) && voided[pair][side].isSet(s))
        || (rules.contains(Rule.MATCHED_ASKS_EXCLUSIONS) && isExcluded(s, pair, side));
  }

  /** What the person would say: in, by this opt-in, and with the other. */
  private boolean mayBeMatched(State s, int pair, int side) {
    return history.wantsIn(s, scenario.pairs().get(pair).seeker(side))
        && isCurrent(s, pair, side)
        && !isExcluded(s, pair, side);
  }

  /** True once both opt-ins of a pair were made, so that a pool may hold them. */
  boolean hasSeen(State s, int pair) {
    var planned = scenario.pairs().get(pair);
    return history.newestOptIn(s, planned.seeker(0)) >= planned.optIn(0)
        && history.newestOptIn(s, planned.seeker(1)) >= planned.optIn(1);
  }

  boolean waits(State s, int pair, int side) {
    return standing.get(scenario.pairs().get(pair).seeker(side)).is(s, Standing.WAITING)
        && isCurrent(s, pair, side);
  }

  private boolean isCurrent(State s, int pair, int side) {
    var planned = scenario.pairs().get(pair);
    return optIn[planned.seeker(side)].of(s) == planned.optIn(side);
  }

  private boolean isExcluded(State s, int pair, int side) {
    var planned = scenario.pairs().get(pair);
    int seeker = planned.seeker(side);
    int other = planned.seeker(1 - side);
    return blocked[seeker][other].isSet(s) || met[seeker][other].isSet(s);
  }

  private void putMatch(State s, int pair, int side) {
    var planned = scenario.pairs().get(pair);
    int seeker = planned.seeker(side);
    standing.get(seeker).put(s, Standing.MATCHED);
    matchedBy[seeker].put(s, pair);
    leaving[seeker].clear(s);
    met[seeker][planned.seeker(1 - side)].set(s);
  }

  /** Puts a lost match back, by the same decision as any. */
  boolean repair(State s, int pair, int side) {
    if (rules.contains(Rule.REPAIR_IS_COMPARE_AND_SET)) {
      return matched(s, pair, side);
    }
    putMatch(s, pair, side);
    return true;
  }

  /** The pair is given up for good: a match by it is undone, and refused from now on. */
  void voidMatch(State s, int pair, int side) {
    int seeker = scenario.pairs().get(pair).seeker(side);
    var stands = standing.get(seeker).of(s);
    boolean isOfUse =
        isCurrent(s, pair, side) && (stands == Standing.WAITING || stands == Standing.MATCHED);
    if (!isOfUse || voided[pair][side].isSet(s)) {
      return;
    }
    voided[pair][side].set(s);
    if (isMatchedBy(s, seeker, pair)) {
      boolean isOut = leaving[seeker].isSet(s) && rules.contains(Rule.LEAVING_IS_KEPT);
      unmatch(s, seeker, isOut ? Standing.OPTED_OUT : Standing.WAITING);
      if (!rules.contains(Rule.VOID_KEEPS_PRIORITY)) {
        missed[seeker].clear(s);
      }
    }
  }

  /** Counts a missed cycle. */
  void missed(State s, int cycle, int seeker, int byOptIn) {
    if (!counts(s, cycle, seeker, byOptIn)) {
      return;
    }
    boolean isOfThisOptIn = optIn[seeker].of(s) == byOptIn;
    if (!isOfThisOptIn || standing.get(seeker).is(s, Standing.MATCHED)) {
      history.breaks(s, Promise.PRIORITY_IS_KEPT);
    }
    missed[seeker].put(s, Math.min(7, missed[seeker].of(s) + 1));
    lastMissed[seeker].put(s, cycle);
    history.missed(s, seeker, cycle);
  }

  boolean counts(State s, int cycle, int seeker, int byOptIn) {
    var stands = standing.get(seeker).of(s);
    boolean isThere =
        stands == Standing.WAITING
            || (stands == Standing.MATCHED && !rules.contains(Rule.MATCHED_ABSORBS_MISSED));
    return isThere
        && (optIn[seeker].of(s) == byOptIn || !rules.contains(Rule.MISSED_BY_OPT_IN))
        && (lastMissed[seeker].of(s) < cycle || !rules.contains(Rule.MISSED_IN_ORDER));
  }
}

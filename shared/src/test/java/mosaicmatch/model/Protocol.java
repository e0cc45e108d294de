package mosaicmatch.model;

import java.util.Set;

/** One pair: what each call changes, and which call its answer leads to. */
final class Protocol {

  private final Scenario scenario;
  private final Set<Rule> rules;
  private final Register register;
  private final Ledger ledger;
  private final Rooms rooms;

  Protocol(Scenario scenario, Set<Rule> rules, Register register, Ledger ledger, Rooms rooms) {
    this.scenario = scenario;
    this.rules = rules;
    this.register = register;
    this.ledger = ledger;
    this.rooms = rooms;
  }

  /** What the entry as it is stored calls for. */
  Call next(State s, int pair) {
    return switch (ledger.status(s, pair)) {
      case PENDING -> nextOfPending(s, pair);
      case ABANDONING -> rules.contains(Rule.VOID_BEFORE_FREEING) ? Call.VOID_1 : Call.ABANDON;
      case FAILING -> Call.CLOSE;
      case ABSENT, COMPLETED, SUPERSEDED, ABANDONED, FAILED -> Call.NONE;
    };
  }

  private Call nextOfPending(State s, int pair) {
    if (!ledger.isMatched(s, pair)) {
      return Call.MATCH_1;
    }
    return ledger.hasRoom(s, pair) ? Call.COMPLETE : Call.OPEN_ROOM;
  }

  /** What a reconciliation makes of the entry: one that is undecided is given up. */
  Call finishOrAbandon(State s, int pair) {
    var next = next(s, pair);
    return next == Call.MATCH_1 ? Call.BEGIN_ABANDONING : next;
  }

  /**
   * Makes a call.
   *
   * @param gone where an attempt keeps who has no account, once it has asked
   * @return the next call
   */
  Call make(State s, int pair, Call call, Field gone) {
    return switch (call) {
      case NONE -> Call.NONE;
      case MATCH_1 -> register.matched(s, pair, 0) ? Call.MATCH_2 : Call.BEGIN_ABANDONING;
      case MATCH_2 -> register.matched(s, pair, 1) ? afterBothMatched() : Call.BEGIN_ABANDONING;
      case OPEN_EARLY -> afterOpening(rooms.open(s, pair), Call.RECORD_MATCHED);
      case RECORD_MATCHED -> {
        ledger.recordMatched(s, pair);
        yield next(s, pair);
      }
      case OPEN_ROOM -> afterOpening(rooms.open(s, pair), Call.RECORD_ROOM);
      case RECORD_ROOM -> {
        ledger.recordRoom(s, pair);
        yield next(s, pair);
      }
      case COMPLETE -> ledger.complete(s, pair) ? next(s, pair) : Call.RECORD_FAILURE;
      case BEGIN_ABANDONING -> {
        ledger.beginAbandoning(s, pair);
        yield next(s, pair);
      }
      case VOID_1 -> voided(s, pair, 0, Call.VOID_2);
      case VOID_2 -> voided(s, pair, 1, afterBothVoided());
      case MISS -> missBoth(s, pair, Call.ABANDON);
      case ABANDON -> ledger.abandon(s, pair) ? afterAbandoned(s, pair) : Call.RECORD_FAILURE;
      case ASK_WHO_IS_GONE -> {
        gone.put(s, rooms.gone(s, pair));
        yield rules.contains(Rule.FAILING_BEFORE_CLOSE) ? Call.BEGIN_FAILING : Call.CLOSE;
      }
      case BEGIN_FAILING -> {
        ledger.beginFailing(s, pair, gone.of(s));
        gone.clear(s);
        yield next(s, pair);
      }
      case CLOSE -> {
        rooms.close(s, pair);
        yield isLetAlone(s, pair, 0, gone) ? afterFirstVoided(s, pair, gone) : Call.FAILING_VOID_1;
      }
      case FAILING_VOID_1 -> voided(s, pair, 0, afterFirstVoided(s, pair, gone));
      case FAILING_VOID_2 -> voided(s, pair, 1, Call.FAILING_MISS);
      case FAILING_MISS -> missBoth(s, pair, Call.FAIL);
      case FAIL -> fail(s, pair, gone);
      case SUPERSEDED_MISS -> missBoth(s, pair, Call.NONE);
      case RECORD_FAILURE -> Call.NONE;
    };
  }

  private Call voided(State s, int pair, int side, Call then) {
    register.voidMatch(s, pair, side);
    return then;
  }

  private Call afterFirstVoided(State s, int pair, Field gone) {
    return isLetAlone(s, pair, 1, gone) ? Call.FAILING_MISS : Call.FAILING_VOID_2;
  }

  /** True of a member who is gone: their opt-in will be consumed, as by a match. */
  private boolean isLetAlone(State s, int pair, int side, Field gone) {
    int found = rules.contains(Rule.FAILING_BEFORE_CLOSE) ? ledger.gone(s, pair) : gone.of(s);
    return rules.contains(Rule.GONE_STAY_MATCHED) && (found >> side & 1) == 1;
  }

  private Call afterBothMatched() {
    return rules.contains(Rule.MATCHED_BEFORE_ROOM) ? Call.RECORD_MATCHED : Call.OPEN_EARLY;
  }

  private Call afterBothVoided() {
    return rules.contains(Rule.VOID_BEFORE_FREEING) ? Call.MISS : Call.NONE;
  }

  /** Where members are freed first, their matches are voided now. */
  private Call afterAbandoned(State s, int pair) {
    return rules.contains(Rule.VOID_BEFORE_FREEING) ? next(s, pair) : Call.VOID_1;
  }

  private Call afterOpening(Rooms.Opened opened, Call then) {
    return opened == Rooms.Opened.OPEN ? then : Call.ASK_WHO_IS_GONE;
  }

  private Call missBoth(State s, int pair, Call then) {
    var planned = scenario.pairs().get(pair);
    for (int side = 0; side < 2; side++) {
      register.missed(s, planned.cycle(), planned.seeker(side), planned.optIn(side));
    }
    return then;
  }

  private Call fail(State s, int pair, Field gone) {
    boolean isEnded =
        rules.contains(Rule.FAILING_BEFORE_CLOSE)
            ? ledger.fail(s, pair)
            : ledger.failUnannounced(s, pair, gone.of(s));
    gone.clear(s);
    return isEnded ? next(s, pair) : Call.RECORD_FAILURE;
  }
}

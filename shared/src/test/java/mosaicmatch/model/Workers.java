package mosaicmatch.model;

import java.util.ArrayList;
import java.util.List;

/** The attempts and reconciliations that are under way at each pair, and what befalls them. */
final class Workers {

  /** One that works at a pair: an attempt of its cycle, or a reconciliation. */
  static final class Worker {
    final int pair;
    final Field whole;
    final Choice<Call> call;
    final Field gone;

    /** Set while no attempt has begun since this one read the entry. */
    final Field isLatest;

    final Field isAttempt;

    Worker(Layout layout, int pair) {
      this.pair = pair;
      this.whole = layout.group(9);
      this.call = new Choice<>(whole.part(0, 5), Call.values());
      this.gone = whole.part(5, 2);
      this.isLatest = whole.part(7, 1);
      this.isAttempt = whole.part(8, 1);
    }

    boolean isIdle(State s) {
      return call.is(s, Call.NONE);
    }

    void goesOn(State s, Call next) {
      call.put(s, next);
      if (next == Call.NONE) {
        whole.clear(s);
      }
    }
  }

  private final Scenario scenario;
  private final Plans plans;
  private final Protocol protocol;
  private final Register register;
  private final Ledger ledger;
  private final Budget budget;
  private final Worker[][] workers;
  private final List<LateCall> lateCalls = new ArrayList<>();

  Workers(
      Layout layout,
      Scenario scenario,
      Plans plans,
      Protocol protocol,
      Register register,
      Ledger ledger,
      Budget budget) {
    this.scenario = scenario;
    this.plans = plans;
    this.protocol = protocol;
    this.register = register;
    this.ledger = ledger;
    this.budget = budget;
    workers = new Worker[scenario.pairs().size()][scenario.workers()];
    for (int pair = 0; pair < workers.length; pair++) {
      for (int number = 0; number < scenario.workers(); number++) {
        workers[pair][number] = new Worker(layout, pair);
      }
    }
    for (int late = 0; late < scenario.faults().lateCalls(); late++) {
      lateCalls.add(new LateCall(layout, scenario.pairs().size()));
    }
  }

  Worker worker(int pair, int number) {
    return workers[pair][number];
  }

  List<Move> moves() {
    var moves = new ArrayList<Move>();
    for (var ofPair : workers) {
      for (var worker : ofPair) {
        addMovesOf(worker, moves);
      }
      int pair = ofPair[0].pair;
      var planned = scenario.pairs().get(pair);
      moves.add(Move.calm("lease of " + planned + " runs out", s -> deadLeaseEnds(s, pair)));
      moves.add(
          Move.wild(
              "lease of " + planned + " runs out under an attempt", s -> leaseExpires(s, pair)));
    }
    for (var late : lateCalls) {
      moves.add(new Move(true, s -> late.arrives(s, protocol), (before, _) -> late.words(before)));
    }
    return moves;
  }

  private void addMovesOf(Worker worker, List<Move> moves) {
    var name = scenario.pairs().get(worker.pair).toString();
    moves.add(new Move(true, ordered(worker, this::step), (before, _) -> does(before, worker, "")));
    moves.add(Move.calm("an attempt at " + name + " claims", ordered(worker, this::begin)));
    moves.add(Move.calm("a reconciliation looks at " + name, ordered(worker, this::look)));
    moves.add(
        Move.wild(
            "an attempt at " + name + " claims, but the answer is lost",
            ordered(worker, this::beginInVain)));
    moves.add(fault(worker, this::loseAnswer, ", but the answer is lost"));
    moves.add(fault(worker, this::failBefore, ", but the call is lost"));
    moves.add(fault(worker, this::crash, ": crash before it"));
    for (var late : lateCalls) {
      moves.add(fault(worker, (s, w) -> giveUpCall(s, w, late), ", given up while on its way"));
    }
  }

  /** What a worker may do. */
  interface Deed {
    boolean happens(State s, Worker worker);
  }

  private Move fault(Worker worker, Deed deed, String words) {
    return new Move(false, ordered(worker, deed), (before, _) -> does(before, worker, words));
  }

  /** Which worker is which makes no difference, so they are kept in order. */
  private Move.Step ordered(Worker worker, Deed deed) {
    return s -> deed.happens(s, worker) && inOrder(s, workers[worker.pair]);
  }

  private static boolean inOrder(State s, Worker[] atOnePair) {
    for (int at = 1; at < atOnePair.length; at++) {
      int one = atOnePair[at - 1].whole.of(s);
      int next = atOnePair[at].whole.of(s);
      if (one < next) {
        atOnePair[at - 1].whole.put(s, next);
        atOnePair[at].whole.put(s, one);
      }
    }
    return true;
  }

  private String does(State before, Worker worker, String fault) {
    var who = worker.isAttempt.isSet(before) ? "an attempt at " : "a reconciliation of ";
    var deed = who + scenario.pairs().get(worker.pair) + ": " + worker.call.of(before).words();
    var after = before.copy();
    step(after, worker);
    return deed + (fault.isEmpty() ? " -> " + worker.call.of(after).words() : fault);
  }

  boolean begin(State s, Worker worker) {
    if (!worker.isIdle(s) || !mayBegin(s, worker.pair)) {
      return false;
    }
    return switch (ledger.claim(s, worker.pair)) {
      case IN_PROGRESS -> false;
      case SUPERSEDED -> begins(s, worker, Call.SUPERSEDED_MISS);
      case CLAIMED, FOUND -> begins(s, worker, protocol.next(s, worker.pair));
    };
  }

  boolean beginInVain(State s, Worker worker) {
    if (!begin(s, worker) || !budget.takesLostAnswer(s)) {
      return false;
    }
    worker.goesOn(s, Call.NONE);
    return true;
  }

  /** The plan is under way, and its pool has seen the members' opt-ins. */
  private boolean mayBegin(State s, int pair) {
    var planned = scenario.pairs().get(pair);
    return plans.isUnderWay(s, planned)
        && register.hasSeen(s, pair)
        && (ledger.status(s, pair) != Ledger.Status.SUPERSEDED || missesSomething(s, planned));
  }

  private boolean missesSomething(State s, Planned planned) {
    return register.counts(s, planned.cycle(), planned.seeker(0), planned.optIn(0))
        || register.counts(s, planned.cycle(), planned.seeker(1), planned.optIn(1));
  }

  private boolean begins(State s, Worker worker, Call first) {
    for (var other : workers[worker.pair]) {
      other.isLatest.clear(s);
    }
    worker.isLatest.put(s, first == Call.NONE ? 0 : 1);
    worker.isAttempt.put(s, first == Call.NONE ? 0 : 1);
    worker.call.put(s, first);
    return true;
  }

  /** Reads an unfinished entry that is let alone by now. */
  boolean look(State s, Worker worker) {
    int pair = worker.pair;
    if (!worker.isIdle(s) || !ledger.status(s, pair).isLive() || ledger.isLeased(s, pair)) {
      return false;
    }
    worker.isLatest.set(s);
    worker.call.put(s, protocol.finishOrAbandon(s, pair));
    return true;
  }

  boolean step(State s, Worker worker) {
    if (worker.isIdle(s)) {
      return false;
    }
    if (worker.call.is(s, Call.RECORD_FAILURE) && worker.isLatest.isSet(s)) {
      ledger.recordFailedAttempt(s, worker.pair);
    }
    var next = makeCall(s, worker);
    if (isBeforeItsWork(s, worker)) {
      worker.isLatest.set(s);
    }
    worker.goesOn(s, next);
    return true;
  }

  /** A reconciliation works from the entry that its first call answers, whoever has begun since. */
  private static boolean isBeforeItsWork(State s, Worker worker) {
    return worker.call.is(s, Call.BEGIN_ABANDONING) && !worker.isAttempt.isSet(s);
  }

  private Call makeCall(State s, Worker worker) {
    return protocol.make(s, worker.pair, worker.call.of(s), worker.gone);
  }

  boolean loseAnswer(State s, Worker worker) {
    if (!mayFail(s, worker) || !budget.takesLostAnswer(s)) {
      return false;
    }
    makeCall(s, worker);
    stops(s, worker);
    return true;
  }

  boolean failBefore(State s, Worker worker) {
    if (!mayFail(s, worker) || !budget.takesLostAnswer(s)) {
      return false;
    }
    stops(s, worker);
    return true;
  }

  /** Nothing is recorded by one whose record would change nothing, now or later. */
  private void stops(State s, Worker worker) {
    boolean mayRecord =
        worker.isLatest.isSet(s)
            && !isBeforeItsWork(s, worker)
            && ledger.status(s, worker.pair) == Ledger.Status.PENDING;
    worker.gone.clear(s);
    worker.goesOn(s, mayRecord ? Call.RECORD_FAILURE : Call.NONE);
  }

  private boolean mayFail(State s, Worker worker) {
    return !worker.isIdle(s) && !worker.call.is(s, Call.RECORD_FAILURE);
  }

  private boolean giveUpCall(State s, Worker worker, LateCall late) {
    if (!mayFail(s, worker) || !late.isFree(s) || !budget.takesLateCall(s)) {
      return false;
    }
    late.leave(s, worker.pair, worker.call.of(s), worker.gone.of(s));
    stops(s, worker);
    return true;
  }

  boolean crash(State s, Worker worker) {
    if (worker.isIdle(s) || !budget.takesCrash(s)) {
      return false;
    }
    worker.goesOn(s, Call.NONE);
    return true;
  }

  boolean deadLeaseEnds(State s, int pair) {
    if (!ledger.isLeased(s, pair) || isHeldByALivingAttempt(s, pair)) {
      return false;
    }
    ledger.leaseEnds(s, pair);
    return true;
  }

  boolean leaseExpires(State s, int pair) {
    if (!ledger.isLeased(s, pair) || !isHeldByALivingAttempt(s, pair) || !budget.takesExpiry(s)) {
      return false;
    }
    ledger.leaseEnds(s, pair);
    return true;
  }

  private boolean isHeldByALivingAttempt(State s, int pair) {
    for (var worker : workers[pair]) {
      if (!worker.isIdle(s) && worker.isLatest.isSet(s) && worker.isAttempt.isSet(s)) {
        return true;
      }
    }
    return false;
  }
}

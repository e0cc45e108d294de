package mosaicmatch.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts back matches that the register lost: of somebody who waits by an opt-in that a completed
 * pair has consumed. It looks, and acts on what it saw some time later.
 */
final class Repair {

  private final Scenario scenario;
  private final Register register;
  private final Ledger ledger;
  private final Field seen;

  Repair(Layout layout, Scenario scenario, Register register, Ledger ledger) {
    this.scenario = scenario;
    this.register = register;
    this.ledger = ledger;
    this.seen = layout.number(2 * scenario.pairs().size());
  }

  List<Move> moves() {
    var moves = new ArrayList<Move>();
    if (scenario.has(Scenario.Event.LOSE_A_MATCH)) {
      moves.add(Move.calm("repair puts the match back", this::putBack));
      for (int pair = 0; pair < scenario.pairs().size(); pair++) {
        moves.add(looking(pair, 0));
        moves.add(looking(pair, 1));
      }
    }
    return moves;
  }

  private Move looking(int pair, int side) {
    var planned = scenario.pairs().get(pair);
    var name = Planned.name(planned.seeker(side));
    return Move.calm(
        "repair sees that " + name + " lacks the match of " + planned, s -> look(s, pair, side));
  }

  private boolean look(State s, int pair, int side) {
    if (seen.isSet(s) || !isLost(s, pair, side)) {
      return false;
    }
    seen.put(s, 2 * pair + side + 1);
    return true;
  }

  private boolean isLost(State s, int pair, int side) {
    return ledger.status(s, pair) == Ledger.Status.COMPLETED
        && register.waits(s, pair, side)
        && ledger.holder(s, scenario.pairs().get(pair).seeker(side)) == pair;
  }

  private boolean putBack(State s) {
    if (!seen.isSet(s)) {
      return false;
    }
    int found = seen.of(s) - 1;
    seen.clear(s);
    register.repair(s, found / 2, found % 2);
    return true;
  }
}

package mosaicmatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The plan of each cycle; two processes may compute differing ones. */
final class Plans {

  private static final int NONE = 0;

  private final Set<Rule> rules;
  private final History history;
  private final boolean[][] isPlanned = new boolean[4][2];
  private final Field[] adopted;
  private final Field[][] isUnderWay;

  Plans(Layout layout, Scenario scenario, Set<Rule> rules, History history) {
    this.rules = rules;
    this.history = history;
    for (var pair : scenario.pairs()) {
      isPlanned[pair.cycle()][pair.plan()] = true;
    }
    adopted = layout.numbers(4, 2);
    isUnderWay = new Field[4][];
    for (int cycle = 0; cycle < 4; cycle++) {
      isUnderWay[cycle] = layout.flags(2);
    }
  }

  /** A cycle of one plan has it from the beginning: what is about plans has two. */
  void begin(State s) {
    for (int cycle = 0; cycle < 4; cycle++) {
      if (isPlanned[cycle][0] && !isPlanned[cycle][1]) {
        isUnderWay[cycle][0].set(s);
      }
    }
  }

  boolean isUnderWay(State s, Planned pair) {
    return isUnderWay[pair.cycle()][pair.plan()].isSet(s);
  }

  List<Move> moves() {
    var moves = new ArrayList<Move>();
    for (int cycle = 0; cycle < 4; cycle++) {
      if (isPlanned[cycle][1]) {
        moves.add(settling(cycle, 0));
        moves.add(settling(cycle, 1));
      }
    }
    return moves;
  }

  private Move settling(int cycle, int plan) {
    var process = plan == 0 ? "one process" : "another process";
    return Move.calm(process + " of c" + cycle + " settles on a plan", s -> settle(s, cycle, plan));
  }

  /** The first wins, everybody else adopts it. */
  private boolean settle(State s, int cycle, int computed) {
    if (adopted[cycle].of(s) == NONE) {
      adopted[cycle].put(s, computed + 1);
    }
    int follows = rules.contains(Rule.PLAN_ADOPTION) ? adopted[cycle].of(s) - 1 : computed;
    isUnderWay[cycle][follows].set(s);
    if (isUnderWay[cycle][0].isSet(s) && isUnderWay[cycle][1].isSet(s)) {
      history.breaks(s, Promise.ONE_PLAN);
    }
    return true;
  }
}

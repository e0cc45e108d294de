package mosaicmatch.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Visits every state that a model can reach, breadth first, so that the first broken promise has a
 * shortest way there. Where nothing calm is left to happen, it is quiet, and more must hold; and
 * from each state, calm moves alone must lead to such a place.
 */
final class Search {

  private final Model model;
  private final List<Move> moves;
  private final States states;
  private final State before;
  private final State after;

  private Search(Model model) {
    this.model = model;
    this.moves = model.moves();
    var beginning = model.beginning();
    this.states = new States(beginning.words.length);
    this.before = beginning.copy();
    this.after = beginning.copy();
    states.add(beginning, -1);
  }

  /**
   * What a search came to.
   *
   * @param states how many different states were visited
   * @param counterExample the shortest way to a broken promise, if there is one
   */
  record Found(int states, Optional<CounterExample> counterExample) {}

  /** Searches a model to its end, or to the first broken promise. */
  static Found through(Model model) {
    var search = new Search(model);
    var counterExample = search.walk().or(search::restless);
    return new Found(search.states.size(), counterExample);
  }

  private Optional<CounterExample> walk() {
    for (int index = 0; index < states.size(); index++) {
      states.read(index, before);
      var broken = model.broken(before);
      if (broken.isEmpty() && isQuiet(index)) {
        broken = model.brokenWhenQuiet(before);
      }
      if (broken.isPresent()) {
        return Optional.of(new CounterExample(broken.get(), wayTo(index)));
      }
    }
    return Optional.empty();
  }

  /** Adds whatever may follow a state; true if nothing calm is among it. */
  private boolean isQuiet(int index) {
    boolean isQuiet = true;
    for (int m = 0; m < moves.size(); m++) {
      var move = moves.get(m);
      if (happens(move)) {
        states.add(after, index);
        isQuiet &= !move.isCalm();
      }
    }
    return isQuiet;
  }

  private boolean happens(Move move) {
    after.become(before);
    return move.step().happens(after) && !after.isSame(before);
  }

  /** A state from where calm moves lead round in a circle, the first of them taken each time. */
  private Optional<CounterExample> restless() {
    var comeToRest = new BitSet(states.size());
    var way = new ArrayDeque<Integer>();
    var isOnTheWay = new BitSet(states.size());
    for (int from = 0; from < states.size(); from++) {
      int index = from;
      while (index >= 0 && !comeToRest.get(index)) {
        if (isOnTheWay.get(index)) {
          return Optional.of(new CounterExample(Promise.FINISHED_OR_GIVEN_UP, wayTo(from)));
        }
        isOnTheWay.set(index);
        way.add(index);
        index = calmlyAfter(index);
      }
      while (!way.isEmpty()) {
        int rested = way.remove();
        isOnTheWay.clear(rested);
        comeToRest.set(rested);
      }
    }
    return Optional.empty();
  }

  private int calmlyAfter(int index) {
    states.read(index, before);
    for (int m = 0; m < moves.size(); m++) {
      if (moves.get(m).isCalm() && happens(moves.get(m))) {
        return states.indexOf(after);
      }
    }
    return -1;
  }

  private List<String> wayTo(int index) {
    var way = new ArrayList<String>();
    for (int at = index; states.parent(at) >= 0; at = states.parent(at)) {
      way.addFirst(told(states.at(states.parent(at)), states.at(at)));
    }
    return way;
  }

  private String told(State from, State to) {
    before.become(from);
    return moves.stream()
        .filter(move -> happens(move) && after.isSame(to))
        .findFirst()
        .orElseThrow()
        .words()
        .of(from, to);
  }
}

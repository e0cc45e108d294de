package mosaicmatch.model;

import java.util.ArrayList;
import java.util.List;
import mosaicmatch.model.Scenario.Event;

/** What people do, and what befalls the services that know them. */
final class People {

  private final Scenario scenario;
  private final Register register;
  private final Rooms rooms;
  private final History history;

  People(Scenario scenario, Register register, Rooms rooms, History history) {
    this.scenario = scenario;
    this.register = register;
    this.rooms = rooms;
    this.history = history;
  }

  List<Move> moves() {
    var moves = new ArrayList<Move>();
    for (int seeker = 0; seeker < scenario.seekers(); seeker++) {
      addMovesOf(seeker, Planned.name(seeker), moves);
    }
    for (var miss : scenario.misses()) {
      moves.add(Move.calm(miss + " is left unmatched", s -> miss(s, miss)));
    }
    return moves;
  }

  private void addMovesOf(int who, String name, List<Move> moves) {
    if (scenario.has(Event.OPT_OUT)) {
      moves.add(Move.wild(name + " opts out", s -> register.optOut(s, who)));
    }
    if (scenario.has(Event.OPT_IN_AGAIN)) {
      moves.add(Move.wild(name + " opts in", s -> optIn(s, who, history.newestOptIn(s, who) + 1)));
      moves.add(Move.wild(name + " opts in by a clock that lags", s -> optIn(s, who, 1)));
    }
    if (scenario.has(Event.ERASE)) {
      moves.add(Move.wild(name + " is erased", s -> register.erase(s, who)));
    }
    if (scenario.has(Event.DELETE_ACCOUNT)) {
      moves.add(
          Move.wild("the account of " + name + " is deleted", s -> rooms.deleteAccount(s, who)));
      moves.add(
          Move.wild(
              "the account of " + name + " is made anew", s -> rooms.makeAccountAnew(s, who)));
    }
    if (scenario.has(Event.LOSE_A_MATCH)) {
      moves.add(
          Move.wild("the register loses the match of " + name, s -> register.loseMatch(s, who)));
    }
    if (scenario.has(Event.BLOCK) && who > 0) {
      moves.add(Move.wild("a and " + name + " block each other", s -> register.block(s, 0, who)));
    }
  }

  private boolean optIn(State s, int who, int clock) {
    if (!rooms.hasAccount(s, who)) {
      return false;
    }
    rooms.optedIn(s, who);
    return register.optIn(s, who, clock);
  }

  private boolean miss(State s, Scenario.Miss miss) {
    register.missed(s, miss.cycle(), miss.seeker(), miss.optIn());
    return register.optIn(s, miss.seeker()) >= miss.optIn();
  }
}

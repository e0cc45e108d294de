package mosaicmatch.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The protocol of pairs in one scenario, with the rules that are in force. */
final class PairModel implements Model {

  private final Scenario scenario;
  private final Layout layout = new Layout();
  final History history;
  final Register register;
  final Ledger ledger;
  final Rooms rooms;
  final Workers workers;
  private final Plans plans;
  private final Budget budget;
  private final PairPromises promises;
  private final List<Move> moves = new ArrayList<>();

  PairModel(Scenario scenario, Set<Rule> rules, Optional<Promise> overlooked) {
    this.scenario = scenario;
    history = new History(layout, scenario, overlooked);
    register = new Register(layout, scenario, rules, history);
    ledger = new Ledger(layout, scenario, rules);
    rooms = new Rooms(layout, scenario, rules);
    plans = new Plans(layout, scenario, rules, history);
    budget = new Budget(layout, scenario.faults());
    promises = new PairPromises(scenario, register, ledger, rooms, history);
    var protocol = new Protocol(scenario, rules, register, ledger, rooms);
    workers = new Workers(layout, scenario, plans, protocol, register, ledger, budget);
    moves.addAll(workers.moves());
    moves.addAll(plans.moves());
    moves.addAll(new Repair(layout, scenario, register, ledger).moves());
    moves.addAll(new People(scenario, register, rooms, history).moves());
  }

  static PairModel of(Scenario scenario) {
    return new PairModel(scenario, EnumSet.allOf(Rule.class), Optional.empty());
  }

  @Override
  public State beginning() {
    var s = layout.empty();
    for (int seeker = 0; seeker < scenario.seekers(); seeker++) {
      register.begin(s, seeker);
      history.begin(s, seeker);
    }
    plans.begin(s);
    budget.begin(s);
    return s;
  }

  @Override
  public List<Move> moves() {
    return moves;
  }

  @Override
  public Optional<Promise> broken(State state) {
    return promises.broken(state);
  }

  @Override
  public Optional<Promise> brokenWhenQuiet(State state) {
    return promises.brokenWhenQuiet(state);
  }
}

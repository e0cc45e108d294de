package mosaicmatch.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A small world: who there is, what is planned, and how much may go wrong.
 *
 * @param name what it is about
 * @param seekers how many; all wait by their first opt-in
 * @param optIns how often one may opt in at most
 * @param pairs what is planned
 * @param misses whom a plan leaves unmatched
 * @param workers how many attempts and reconciliations may be under way at one pair
 * @param faults how much may go wrong
 * @param events what else may happen
 */
record Scenario(
    String name,
    int seekers,
    int optIns,
    List<Planned> pairs,
    List<Miss> misses,
    int workers,
    Faults faults,
    Set<Event> events) {

  /** What people, and those who run the services, may do. */
  enum Event {
    OPT_OUT,
    OPT_IN_AGAIN,
    BLOCK,
    ERASE,
    DELETE_ACCOUNT,
    LOSE_A_MATCH
  }

  /**
   * How much may go wrong.
   *
   * @param crashes processes that die
   * @param lostAnswers calls that were done, and calls that never arrived
   * @param expiries leases that run out while their attempt is under way
   * @param lateCalls calls that their attempt gives up, and that are done later or never
   */
  record Faults(int crashes, int lostAnswers, int expiries, int lateCalls) {}

  /** A seeker whom a cycle's plan leaves unmatched, with their opt-in. */
  record Miss(int cycle, int seeker, int optIn) {

    @Override
    public String toString() {
      return "c" + cycle + " " + Planned.name(seeker) + optIn;
    }
  }

  /** A world where nothing goes wrong yet. */
  static Scenario of(String name, int seekers, String... pairs) {
    var planned = new ArrayList<Planned>();
    for (var pair : pairs) {
      var parts = pair.split(" ", 2);
      planned.add(Planned.of(parts[0].charAt(1) - '0', parts[0].endsWith("'") ? 1 : 0, parts[1]));
    }
    return new Scenario(
        name,
        seekers,
        1,
        List.copyOf(planned),
        List.of(),
        2,
        new Faults(0, 0, 0, 0),
        EnumSet.noneOf(Event.class));
  }

  Scenario with(Faults newFaults) {
    return new Scenario(name, seekers, optIns, pairs, misses, workers, newFaults, events);
  }

  Scenario with(Event first, Event... more) {
    return new Scenario(
        name, seekers, optIns, pairs, misses, workers, faults, EnumSet.of(first, more));
  }

  Scenario withOptIns(int most) {
    return new Scenario(name, seekers, most, pairs, misses, workers, faults, events);
  }

  Scenario withWorkers(int atOnce) {
    return new Scenario(name, seekers, optIns, pairs, misses, atOnce, faults, events);
  }

  Scenario missing(Miss... left) {
    return new Scenario(name, seekers, optIns, pairs, List.of(left), workers, faults, events);
  }

  boolean has(Event event) {
    return events.contains(event);
  }
}

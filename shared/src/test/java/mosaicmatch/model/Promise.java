package mosaicmatch.model;

/** What must hold, each part of one of the seven promises of the design, whose number it has. */
enum Promise {
  ONE_LIVE_PAIR(1, "a seeker is in two live pairs"),
  LIVE_PAIR_HOLDS_ITS_MEMBERS(1, "a live pair does not hold both its members"),
  ONE_MATCH_OF_AN_OPT_IN(2, "one opt-in has led to two matches"),
  ONE_ROOM(3, "a pair that completed has not exactly one room"),
  ONE_NOTIFICATION(3, "a member sees another number of notifications than one"),
  NO_ROOM_WITHOUT_COMPLETION(4, "a pair that did not complete has left a room behind"),
  FINISHED_OR_GIVEN_UP(4, "a pair that was begun never ends"),
  NO_OPT_IN_IS_LOST(4, "somebody waits for ever by an opt-in that nobody takes"),
  PRIORITY_IS_KEPT(4, "missed cycles were lost, or counted twice, or for another opt-in"),
  ONE_PLAN(5, "two plans of one cycle are under way"),
  ONE_EXECUTION_A_CYCLE(5, "two executions run one cycle"),
  NOBODY_AGAINST_THEIR_WILL(6, "somebody is matched who had opted out, or with one they must not"),
  LOCK_IS_THE_TAKERS(7, "the lock was freed or kept by one who no longer holds it"),
  ONE_CYCLE_AT_A_TIME(7, "two executions plan at once though no lease ran out"),
  LOCK_IS_FREE_IN_THE_END(7, "the lock is held though nobody runs");

  private final int number;
  private final String words;

  Promise(int number, String words) {
    this.number = number;
    this.words = words;
  }

  String words() {
    return words + " (promise " + number + ")";
  }
}

package mosaicmatch.model;

/** How much may still go wrong. */
final class Budget {

  private final Scenario.Faults faults;
  private final Field crashes;
  private final Field lostAnswers;
  private final Field expiries;
  private final Field lateCalls;

  Budget(Layout layout, Scenario.Faults faults) {
    this.faults = faults;
    crashes = layout.number(faults.crashes());
    lostAnswers = layout.number(faults.lostAnswers());
    expiries = layout.number(faults.expiries());
    lateCalls = layout.number(faults.lateCalls());
  }

  void begin(State s) {
    crashes.put(s, faults.crashes());
    lostAnswers.put(s, faults.lostAnswers());
    expiries.put(s, faults.expiries());
    lateCalls.put(s, faults.lateCalls());
  }

  boolean takesCrash(State s) {
    return takes(s, crashes);
  }

  boolean takesLostAnswer(State s) {
    return takes(s, lostAnswers);
  }

  boolean takesExpiry(State s) {
    return takes(s, expiries);
  }

  boolean takesLateCall(State s) {
    return takes(s, lateCalls);
  }

  private static boolean takes(State s, Field left) {
    if (!left.isSet(s)) {
      return false;
    }
    left.put(s, left.of(s) - 1);
    return true;
  }
}

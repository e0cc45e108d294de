package mosaicmatch.model;

import java.util.Optional;

/** What nobody stores but the search must know: who wants what, and what went wrong on the way. */
final class History {

  private static final Promise[] PROMISES = Promise.values();

  private final Optional<Promise> overlooked;
  private final Field broken;
  private final Field[] wantsOut;
  private final Field[] newest;
  private final Field[][] missedIn;

  History(Layout layout, Scenario scenario, Optional<Promise> overlooked) {
    this.overlooked = overlooked;
    broken = layout.number(PROMISES.length);
    wantsOut = layout.flags(scenario.seekers());
    newest = layout.numbers(scenario.seekers(), scenario.optIns());
    missedIn = new Field[scenario.seekers()][];
    for (int seeker = 0; seeker < scenario.seekers(); seeker++) {
      missedIn[seeker] = layout.flags(3);
    }
  }

  void begin(State s, int seeker) {
    newest[seeker].put(s, 1);
  }

  /** Keeps the first promise that was broken by a step, rather than by where the step led. */
  @SuppressWarnings("EnumOrdinal")
  void breaks(State s, Promise promise) {
    if (!broken.isSet(s) && !overlooked.equals(Optional.of(promise))) {
      broken.put(s, promise.ordinal() + 1);
    }
  }

  Optional<Promise> broken(State s) {
    int found = broken.of(s);
    return found == 0 ? Optional.empty() : Optional.of(PROMISES[found - 1]);
  }

  void wants(State s, int seeker, boolean in) {
    wantsOut[seeker].put(s, in ? 0 : 1);
  }

  boolean wantsIn(State s, int seeker) {
    return !wantsOut[seeker].isSet(s);
  }

  int newestOptIn(State s, int seeker) {
    return newest[seeker].of(s);
  }

  void optedIn(State s, int seeker, int at) {
    newest[seeker].put(s, Math.max(at, newest[seeker].of(s)));
  }

  /** Nothing is missed yet. */
  void beginsAnew(State s, int seeker) {
    for (var cycle : missedIn[seeker]) {
      cycle.clear(s);
    }
  }

  void missed(State s, int seeker, int cycle) {
    var counted = missedIn[seeker][cycle - 1];
    if (counted.isSet(s)) {
      breaks(s, Promise.PRIORITY_IS_KEPT);
    }
    counted.set(s);
  }

  int missedCycles(State s, int seeker) {
    int count = 0;
    for (var cycle : missedIn[seeker]) {
      count += cycle.of(s);
    }
    return count;
  }
}

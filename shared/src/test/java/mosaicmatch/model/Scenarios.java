package mosaicmatch.model;

import java.util.List;
import mosaicmatch.model.Scenario.Event;
import mosaicmatch.model.Scenario.Faults;
import mosaicmatch.model.Scenario.Miss;

/** The worlds that are searched: each small enough to be searched to its end. */
final class Scenarios {

  /** Two attempts and any number of reconciliations at one pair; nobody changes their mind. */
  static final Scenario FAULTS =
      Scenario.of("one pair, every fault", 2, "c1 a1#b1").with(new Faults(3, 3, 3, 0));

  static final Scenario MINDS =
      Scenario.of("one pair, members change their mind", 2, "c1 a1#b1")
          .with(new Faults(1, 2, 2, 0))
          .with(Event.OPT_OUT, Event.OPT_IN_AGAIN, Event.BLOCK)
          .withOptIns(2);

  static final Scenario POISON =
      Scenario.of("accounts deleted and made anew", 2, "c1 a1#b1")
          .with(new Faults(2, 1, 2, 0))
          .with(Event.DELETE_ACCOUNT);

  static final Scenario POISON_AND_BACK =
      Scenario.of("accounts made anew opt in anew", 2, "c1 a1#b1")
          .with(new Faults(1, 0, 1, 0))
          .with(Event.DELETE_ACCOUNT, Event.OPT_IN_AGAIN)
          .withOptIns(2);

  static final Scenario POISON_AND_NEXT =
      Scenario.of("a poisoned pair and the next cycle", 3, "c1 a1#b1", "c2 b1#c1")
          .with(new Faults(1, 1, 1, 0))
          .with(Event.DELETE_ACCOUNT)
          .withWorkers(1);

  static final Scenario LATE =
      Scenario.of("calls that arrive late", 2, "c1 a1#b1").with(new Faults(1, 0, 1, 2));

  static final Scenario LATE_AND_MINDS =
      Scenario.of("late calls, members change their mind", 2, "c1 a1#b1")
          .with(new Faults(0, 0, 1, 1))
          .with(Event.OPT_OUT, Event.OPT_IN_AGAIN)
          .withOptIns(2);

  static final Scenario LATE_AND_POISON =
      Scenario.of("late calls, accounts deleted", 2, "c1 a1#b1")
          .with(new Faults(0, 0, 1, 1))
          .with(Event.DELETE_ACCOUNT);

  static final Scenario TWO_CYCLES =
      Scenario.of("two cycles share a seeker, two attempts each", 3, "c1 a1#b1", "c2 a1#c1")
          .with(new Faults(1, 1, 2, 0));

  static final Scenario THREE_CYCLES =
      Scenario.of("three cycles, everybody in two", 3, "c1 a1#b1", "c2 a1#c1", "c3 b1#c1")
          .with(new Faults(3, 3, 3, 0))
          .withWorkers(1);

  static final Scenario OVERTAKEN =
      Scenario.of("a late attempt and the next opt-in", 3, "c1 a1#b1", "c2 a2#c1")
          .with(new Faults(1, 0, 1, 0))
          .with(Event.OPT_IN_AGAIN)
          .withOptIns(2);

  static final Scenario SAME_PAIR_AGAIN =
      Scenario.of("one pair in three cycles", 2, "c1 a1#b1", "c2 a1#b1", "c3 a2#b2")
          .with(new Faults(1, 1, 1, 0))
          .with(Event.OPT_OUT, Event.OPT_IN_AGAIN)
          .withOptIns(2)
          .withWorkers(1);

  static final Scenario TWO_PLANS =
      Scenario.of("two plans of one cycle", 3, "c1 a1#b1", "c1' a1#c1", "c2 b1#c1")
          .with(new Faults(2, 2, 2, 0))
          .withWorkers(1);

  static final Scenario MISSED =
      Scenario.of("missed cycles out of order", 3, "c2 a1#b1", "c3 a1#c1")
          .with(new Faults(1, 1, 1, 0))
          .with(Event.OPT_IN_AGAIN)
          .withOptIns(2)
          .withWorkers(1)
          .missing(new Miss(1, 0, 1), new Miss(2, 2, 1));

  static final Scenario CLOCKS =
      Scenario.of("opt-ins by clocks that lag, and erasure", 2, "c1 a1#b1", "c2 a2#b1")
          .with(new Faults(1, 1, 1, 0))
          .with(Event.OPT_OUT, Event.OPT_IN_AGAIN, Event.ERASE)
          .withOptIns(3)
          .withWorkers(1);

  static final Scenario LOST_MATCH =
      Scenario.of("the register loses matches", 3, "c1 a1#b1", "c2 a1#c1")
          .with(new Faults(1, 0, 1, 0))
          .with(Event.LOSE_A_MATCH, Event.OPT_IN_AGAIN, Event.OPT_OUT)
          .withOptIns(2)
          .withWorkers(1);

  static final Faults OF_THE_LOCK = new Faults(3, 0, 3, 1);

  static final List<Scenario> ALL =
      List.of(
          FAULTS,
          MINDS,
          POISON,
          POISON_AND_BACK,
          POISON_AND_NEXT,
          LATE,
          LATE_AND_MINDS,
          LATE_AND_POISON,
          TWO_CYCLES,
          THREE_CYCLES,
          OVERTAKEN,
          SAME_PAIR_AGAIN,
          TWO_PLANS,
          MISSED,
          CLOCKS,
          LOST_MATCH);

  private Scenarios() {}
}

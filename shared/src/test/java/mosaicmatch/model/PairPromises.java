package mosaicmatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mosaicmatch.model.Ledger.Status;

/** What must hold of pairs and their members: always, and when nothing is under way. */
final class PairPromises {

  private final Scenario scenario;
  private final Register register;
  private final Ledger ledger;
  private final Rooms rooms;
  private final History history;

  /** Two pairs that share a member, and whether by one opt-in. */
  private record Sharing(int one, int other, boolean isOneOptIn) {}

  private final List<Sharing> sharing = new ArrayList<>();

  PairPromises(Scenario scenario, Register register, Ledger ledger, Rooms rooms, History history) {
    this.scenario = scenario;
    this.register = register;
    this.ledger = ledger;
    this.rooms = rooms;
    this.history = history;
    for (int one = 0; one < scenario.pairs().size(); one++) {
      for (int other = 0; other < one; other++) {
        share(one, other);
      }
    }
  }

  private void share(int one, int other) {
    for (int side = 0; side < 2; side++) {
      for (int otherSide = 0; otherSide < 2; otherSide++) {
        var a = scenario.pairs().get(one);
        var b = scenario.pairs().get(other);
        if (a.seeker(side) == b.seeker(otherSide)) {
          sharing.add(new Sharing(one, other, a.optIn(side) == b.optIn(otherSide)));
        }
      }
    }
  }

  Optional<Promise> broken(State s) {
    var broken = history.broken(s);
    for (var both : sharing) {
      broken = broken.or(() -> broken(s, both));
    }
    for (int pair = 0; pair < scenario.pairs().size() && broken.isEmpty(); pair++) {
      broken = brokenBy(s, pair);
    }
    for (int seeker = 0; seeker < scenario.seekers() && broken.isEmpty(); seeker++) {
      if (register.missedCycles(s, seeker) != history.missedCycles(s, seeker)) {
        return Optional.of(Promise.PRIORITY_IS_KEPT);
      }
    }
    return broken;
  }

  private Optional<Promise> broken(State s, Sharing both) {
    var one = ledger.status(s, both.one);
    var other = ledger.status(s, both.other);
    if (one.isLive() && other.isLive()) {
      return Optional.of(Promise.ONE_LIVE_PAIR);
    }
    boolean isMatchedTwice =
        (one == Status.COMPLETED && other == Status.COMPLETED)
            || (rooms.rooms(s, both.one) > 0 && rooms.rooms(s, both.other) > 0);
    return both.isOneOptIn && isMatchedTwice
        ? Optional.of(Promise.ONE_MATCH_OF_AN_OPT_IN)
        : Optional.empty();
  }

  private Optional<Promise> brokenBy(State s, int pair) {
    var status = ledger.status(s, pair);
    if (status.isLive() && !(ledger.holds(s, pair, 0) && ledger.holds(s, pair, 1))) {
      return Optional.of(Promise.LIVE_PAIR_HOLDS_ITS_MEMBERS);
    }
    boolean isCompleted = status == Status.COMPLETED;
    int open = rooms.rooms(s, pair);
    if (open > 1 || (isCompleted && open == 0)) {
      return Optional.of(Promise.ONE_ROOM);
    }
    int seen = rooms.notifications(s, pair);
    return seen > 1 || (isCompleted && seen == 0)
        ? Optional.of(Promise.ONE_NOTIFICATION)
        : Optional.empty();
  }

  Optional<Promise> brokenWhenQuiet(State s) {
    for (int pair = 0; pair < scenario.pairs().size(); pair++) {
      var status = ledger.status(s, pair);
      if (status.isLive()) {
        return Optional.of(Promise.FINISHED_OR_GIVEN_UP);
      }
      if (status != Status.COMPLETED && rooms.rooms(s, pair) > 0) {
        return Optional.of(Promise.NO_ROOM_WITHOUT_COMPLETION);
      }
    }
    for (int seeker = 0; seeker < scenario.seekers(); seeker++) {
      if (isLost(s, seeker)) {
        return Optional.of(Promise.NO_OPT_IN_IS_LOST);
      }
      if (!history.wantsIn(s, seeker)
          && register.standing(s, seeker) == Register.Standing.WAITING) {
        return Optional.of(Promise.NOBODY_AGAINST_THEIR_WILL);
      }
    }
    return Optional.empty();
  }

  /** True of somebody who wants a match and neither has one by this opt-in nor may get one. */
  private boolean isLost(State s, int seeker) {
    if (!history.wantsIn(s, seeker) || rooms.hasDiedWithAccount(s, seeker)) {
      return false;
    }
    return switch (register.standing(s, seeker)) {
      case WAITING ->
          ledger.isLive(s, seeker) || ledger.consumed(s, seeker) >= register.optIn(s, seeker);
      case MATCHED -> !isMatchedForGood(s, seeker);
      case OPTED_OUT, ERASED -> true;
    };
  }

  private boolean isMatchedForGood(State s, int seeker) {
    int pair = register.matchedBy(s, seeker);
    var planned = scenario.pairs().get(pair);
    int side = planned.seeker(0) == seeker ? 0 : 1;
    return ledger.status(s, pair) == Status.COMPLETED
        && planned.seeker(side) == seeker
        && planned.optIn(side) == register.optIn(s, seeker);
  }
}

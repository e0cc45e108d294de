package mosaicmatch.model;

import java.util.Set;

/** Match rooms, notifications and accounts at Nakama; rooms are keyed by cycle and pair. */
final class Rooms {

  /** What an opening answers. */
  enum Opened {
    OPEN,
    UNKNOWN_USER,
    CLOSED
  }

  private static final int MANY = 3;

  private final Scenario scenario;
  private final Set<Rule> rules;
  private final Field[] rooms;
  private final Field[] notifications;
  private final Field[] tombstone;
  private final Field[] accountGone;
  private final Field[] diedWithAccount;

  Rooms(Layout layout, Scenario scenario, Set<Rule> rules) {
    this.scenario = scenario;
    this.rules = rules;
    int pairs = scenario.pairs().size();
    rooms = layout.numbers(pairs, MANY);
    notifications = layout.numbers(pairs, MANY);
    tombstone = layout.flags(pairs);
    accountGone = layout.flags(scenario.seekers());
    diedWithAccount = layout.flags(scenario.seekers());
  }

  /** How many rooms of a pair are open. */
  int rooms(State s, int pair) {
    return rooms[pair].of(s);
  }

  /** How many notifications of its match each member of a pair sees. */
  int notifications(State s, int pair) {
    return notifications[pair].of(s);
  }

  boolean isClosed(State s, int pair) {
    return tombstone[pair].isSet(s);
  }

  /** Opens the room and notifies both, each once however often it is asked for. */
  Opened open(State s, int pair) {
    if (tombstone[pair].isSet(s)) {
      return Opened.CLOSED;
    }
    boolean isThere = rooms[pair].isSet(s);
    if (!isThere && gone(s, pair) != 0) {
      return Opened.UNKNOWN_USER;
    }
    if (!isThere || !rules.contains(Rule.KEYED_ROOM)) {
      oneMore(s, rooms[pair]);
    }
    if (!isThere || !rules.contains(Rule.KEYED_NOTIFICATION)) {
      oneMore(s, notifications[pair]);
    }
    return Opened.OPEN;
  }

  private static void oneMore(State s, Field count) {
    count.put(s, Math.min(MANY, count.of(s) + 1));
  }

  /** Closes the match for ever. */
  void close(State s, int pair) {
    rooms[pair].clear(s);
    notifications[pair].clear(s);
    tombstone[pair].put(s, rules.contains(Rule.TOMBSTONE_ON_CLOSE) ? 1 : 0);
  }

  /** Which members of a pair have no account: 1 the first, 2 the second, 3 both. */
  int gone(State s, int pair) {
    var planned = scenario.pairs().get(pair);
    return accountGone[planned.seeker(0)].of(s) + 2 * accountGone[planned.seeker(1)].of(s);
  }

  boolean deleteAccount(State s, int seeker) {
    accountGone[seeker].set(s);
    diedWithAccount[seeker].set(s);
    return true;
  }

  boolean makeAccountAnew(State s, int seeker) {
    accountGone[seeker].clear(s);
    return true;
  }

  boolean hasAccount(State s, int seeker) {
    return !accountGone[seeker].isSet(s);
  }

  /** Someone with an account has opted in: what an older account had waited by is past. */
  void optedIn(State s, int seeker) {
    diedWithAccount[seeker].clear(s);
  }

  /** True once the account that opted in was deleted, until there is a new opt-in. */
  boolean hasDiedWithAccount(State s, int seeker) {
    return diedWithAccount[seeker].isSet(s);
  }
}

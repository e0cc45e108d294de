package mosaicmatch.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Gives each seeker of a pool a wait boost: the share of the other seekers who have waited less. So
 * it lies between 0 and 1 whatever the pool, means the same in every cycle, and one person who has
 * waited very long does not press everybody else's boost to nothing. Of two with the same opt-in
 * time, the one whom more cycles have missed counts as having waited longer; those alike in both
 * get the same boost. Where nobody has waited longer than anybody else, all boosts are 0.
 */
public final class WaitBoostCalculator {

  private WaitBoostCalculator() {}

  /** The same seekers by priority, each with the boost that this pool gives them. */
  public static List<Seeker> boost(Collection<Seeker> pool) {
    var byPriority = pool.stream().sorted(Seeker.BY_PRIORITY).toList();
    int others = Math.max(1, byPriority.size() - 1);
    var boosted = new ArrayList<Seeker>(byPriority.size());
    int end = 0;
    for (int i = 0; i < byPriority.size(); i++) {
      if (i == end) {
        end = endOfEquals(byPriority, i);
      }
      boosted.add(withBoost(byPriority.get(i), (byPriority.size() - end) / (double) others));
    }
    return List.copyOf(boosted);
  }

  /** Where the run of seekers ends who have waited just as long as the one at {@code start}. */
  private static int endOfEquals(List<Seeker> byPriority, int start) {
    int end = start + 1;
    while (end < byPriority.size() && waitedAlike(byPriority.get(start), byPriority.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean waitedAlike(Seeker one, Seeker other) {
    return one.optedInAt().equals(other.optedInAt()) && one.missedCycles() == other.missedCycles();
  }

  private static Seeker withBoost(Seeker seeker, double boost) {
    return new Seeker(
        seeker.userId(), seeker.optedInAt(), seeker.missedCycles(), boost, seeker.excluded());
  }
}

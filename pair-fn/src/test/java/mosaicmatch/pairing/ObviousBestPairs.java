package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.Seeker;

/** All pairs, sorted, taken as long as both are free: what global greedy must equal. */
final class ObviousBestPairs {

  /** A pair as it was taken, with the best that the one served first could have had instead. */
  record Taken(PairKey key, double score, OptionalDouble runnerUp) {}

  private record Pair(Seeker one, Seeker other, double score) {}

  private final ObviousGreedy rules;
  private final List<Seeker> byId;

  ObviousBestPairs(PairingInput input) {
    rules = new ObviousGreedy(input);
    byId = input.seekers().stream().sorted(Comparator.comparing(Seeker::userId)).toList();
  }

  List<Taken> pairs() {
    var free = new HashSet<>(byId);
    var taken = new ArrayList<Taken>();
    for (var pair : allInOrder()) {
      if (free.contains(pair.one()) && free.contains(pair.other())) {
        taken.add(
            new Taken(
                PairKey.of(pair.one().userId(), pair.other().userId()),
                pair.score(),
                runnerUp(pair, free)));
        free.remove(pair.one());
        free.remove(pair.other());
      }
    }
    return taken;
  }

  private List<Pair> allInOrder() {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < byId.size(); i++) {
      for (int j = i + 1; j < byId.size(); j++) {
        if (rules.isAllowed(byId.get(i), byId.get(j))) {
          pairs.add(new Pair(byId.get(i), byId.get(j), rules.score(byId.get(i), byId.get(j))));
        }
      }
    }
    // A stable sort: pairs were added by lower id, then by higher id.
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    return pairs;
  }

  private OptionalDouble runnerUp(Pair pair, Set<Seeker> free) {
    boolean oneFirst = Seeker.BY_PRIORITY.compare(pair.one(), pair.other()) < 0;
    var chooser = oneFirst ? pair.one() : pair.other();
    return free.stream()
        .filter(other -> other != pair.one() && other != pair.other())
        .filter(other -> rules.isAllowed(chooser, other))
        .mapToDouble(other -> rules.score(chooser, other))
        .max();
  }
}

package mosaicmatch.pairing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.pairing.search.TopList;

/**
 * Finds the best allowed partners of every contender, exactly. Of equal scores, those come first
 * whose id follows the contender's own most closely, in a circle: by lower ids alone, everybody in
 * a group of equals would have the same few.
 */
final class TopPartners {

  /** Candidates beyond those that are wanted: enough to be certain at once, near ties apart. */
  private static final int MORE = 8;

  private final Contenders contenders;
  private final Scores scores;
  private final CandidateSource source;
  private final PartnerChooser.Limit limit;
  private final double least;
  private final int count;
  private final boolean[] nobody;
  private final Partner[][] partners;

  /**
   * Partners to be found.
   *
   * @param scores those that the source knows
   * @param limit what the score of two must reach
   * @param least the lowest of all limits
   * @param count how many partners each contender gets at the most
   */
  TopPartners(
      Contenders contenders,
      Scores scores,
      CandidateSource source,
      PartnerChooser.Limit limit,
      double least,
      int count) {
    this.contenders = contenders;
    this.scores = scores;
    this.source = source;
    this.limit = limit;
    this.least = least;
    this.count = count;
    nobody = new boolean[contenders.size()];
    partners = new Partner[contenders.size()][0];
  }

  /** By number, the best of each, best first. */
  Partner[][] find(Progress progress) {
    int size = contenders.size();
    for (int from = 0; from < size; from += source.batch()) {
      int end = Math.min(size, from + source.batch());
      find(IntStream.range(from, end).toArray(), count + MORE);
      progress.report((double) end / size, 0);
    }
    return partners;
  }

  private void find(int[] rows, int capacity) {
    var lists = source.best(rows, nobody, capacity, least);
    var found =
        IntStream.range(0, rows.length)
            .parallel()
            .mapToObj(row -> certain(rows[row], lists[row]))
            .toList();
    for (int row = 0; row < rows.length; row++) {
      partners[rows[row]] = found.get(row).orElse(partners[rows[row]]);
    }
    findByMore(
        IntStream.range(0, rows.length)
            .filter(row -> found.get(row).isEmpty())
            .map(row -> rows[row])
            .toArray(),
        Math.min(PartnerChooser.MORE * capacity, contenders.size()));
  }

  /** Fewer at a time as lists get longer, so that they take no more room. */
  private void findByMore(int[] rows, int capacity) {
    int batch = Math.max(1, source.batch() * (count + MORE) / capacity);
    for (int from = 0; from < rows.length; from += batch) {
      find(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + batch)), capacity);
    }
  }

  /** The best by a list, if nobody who is missing in it could be among them. */
  private Optional<Partner[]> certain(int row, TopList list) {
    var allowed =
        IntStream.range(0, list.size())
            .mapToObj(i -> new Partner(list.number(i), scores.score(row, list.number(i))))
            .filter(partner -> partner.score() >= limit.of(row, partner.number()))
            .sorted(order(row))
            .limit(count)
            .toList();
    return isCertain(row, list, allowed)
        ? Optional.of(allowed.toArray(Partner[]::new))
        : Optional.empty();
  }

  private boolean isCertain(int row, TopList list, List<Partner> allowed) {
    return !source.isExact()
        || !list.isFull()
        || (allowed.size() == count
            && allowed.getLast().score() > scores.highest(row, list.floor()));
  }

  private Comparator<Partner> order(int row) {
    int size = contenders.size();
    int rank = contenders.idRank(row);
    return Comparator.comparingDouble(Partner::score)
        .reversed()
        .thenComparingInt(
            partner -> Math.floorMod(contenders.idRank(partner.number()) - rank, size));
  }
}

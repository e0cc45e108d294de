package mosaicmatch.pairing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.pairing.search.TopList;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.SimilarSeekers;

/**
 * Proposes whom a vector index finds most alike, asked once for each seeker whose turn comes. Of
 * everybody else nothing is known, so a plan made of this is approximate; the scores of those who
 * are proposed are exact.
 */
final class QueriedCandidates implements CandidateSource {

  /** Queries on their way at a time. */
  static final int AT_A_TIME = 16;

  private final Contenders contenders;
  private final Scores scores;
  private final SimilarSeekers index;
  private final int topK;
  private final Map<SeekerId, Integer> numbers = new HashMap<>();
  private final BitSet asked = new BitSet();
  private final int[][] proposed;

  QueriedCandidates(Contenders contenders, Scores scores, SimilarSeekers index, int topK) {
    this.contenders = contenders;
    this.scores = scores;
    this.index = index;
    this.topK = topK;
    proposed = new int[contenders.size()][];
    for (int number = 0; number < contenders.size(); number++) {
      numbers.put(contenders.seeker(number).userId(), number);
    }
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public TopList[] best(int[] rows, boolean[] taken, int capacity, double least) {
    ask(Arrays.stream(rows).filter(row -> !asked.get(row)).distinct());
    return Arrays.stream(rows).mapToObj(row -> list(row, taken)).toArray(TopList[]::new);
  }

  private void ask(IntStream rows) {
    rows.boxed()
        .gather(Gatherers.mapConcurrent(AT_A_TIME, this::askFor))
        .forEachOrdered(asked::set);
  }

  private int askFor(int row) {
    proposed[row] = proposed(row);
    return row;
  }

  /** The index knows more people than the pool has, and nothing of whom one must not meet. */
  private int[] proposed(int row) {
    List<SeekerId> similar = index.similarTo(contenders.seeker(row).userId(), topK);
    return similar.stream()
        .map(numbers::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .filter(number -> contenders.mayMeet(row, number))
        .distinct()
        .toArray();
  }

  /** Never full: there is nobody else to be had. */
  private TopList list(int row, boolean[] taken) {
    var list = new TopList(proposed[row].length + 1, Float.NEGATIVE_INFINITY);
    for (int number : proposed[row]) {
      if (!taken[number]) {
        list.add(number, (float) (scores.similarity(row, number) + scores.halfBoost(number)));
      }
    }
    return list;
  }
}

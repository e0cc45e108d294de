package mosaicmatch.pairing.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/** The usable seekers of a pool, numbered by priority: lower numbers are served first. */
public final class Contenders {

  private final List<Seeker> seekers;
  private final List<float[]> vectors;
  private final int[] idRanks;
  private final int[][] excluded;

  /**
   * Numbers seekers by their place in the list.
   *
   * @param byPriority usable seekers by {@link Seeker#BY_PRIORITY}, each once
   * @param vectorsById a vector of one dimension for each of them, finite and not all zeros
   */
  public Contenders(List<Seeker> byPriority, Map<SeekerId, float[]> vectorsById) {
    seekers = byPriority;
    vectors = byPriority.stream().map(seeker -> vectorsById.get(seeker.userId())).toList();
    idRanks = ranksOfIds(byPriority);
    excluded = exclusionsBothWays(byPriority);
  }

  /** How many there are. */
  public int size() {
    return seekers.size();
  }

  /** Components of each vector; 0 where there is nobody. */
  public int dimension() {
    return vectors.isEmpty() ? 0 : vectors.getFirst().length;
  }

  /** The seeker of a number. */
  public Seeker seeker(int number) {
    return seekers.get(number);
  }

  /** The embedding of a number, as it came; not to be changed. */
  public float[] vector(int number) {
    return vectors.get(number);
  }

  /** The place of a seeker's id among all ids in order; decides between equal scores. */
  public int idRank(int number) {
    return idRanks[number];
  }

  /** True if they are two, and neither excludes the other. */
  public boolean mayMeet(int number, int other) {
    return number != other && Arrays.binarySearch(excluded[number], other) < 0;
  }

  /** Those whom a contender must not meet, whichever of them excludes the other. */
  public int[] excludedOf(int number) {
    return excluded[number].clone();
  }

  private static int[] ranksOfIds(List<Seeker> seekers) {
    byte[][] ids =
        seekers.stream()
            .map(seeker -> seeker.userId().value().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    int[] byId =
        IntStream.range(0, seekers.size())
            .boxed()
            .sorted((one, other) -> Arrays.compareUnsigned(ids[one], ids[other]))
            .mapToInt(Integer::intValue)
            .toArray();
    var ranks = new int[byId.length];
    for (int rank = 0; rank < byId.length; rank++) {
      ranks[byId[rank]] = rank;
    }
    return ranks;
  }

  private static int[][] exclusionsBothWays(List<Seeker> seekers) {
    var numbers = new HashMap<SeekerId, Integer>();
    seekers.forEach(seeker -> numbers.put(seeker.userId(), numbers.size()));
    var both = new IntStream.Builder[seekers.size()];
    Arrays.setAll(both, number -> IntStream.builder());
    for (int one = 0; one < both.length; one++) {
      for (var id : seekers.get(one).excluded()) {
        var other = numbers.get(id);
        if (other != null) {
          both[one].add(other);
          both[other].add(one);
        }
      }
    }
    return Arrays.stream(both)
        .map(numbersOf -> numbersOf.build().sorted().distinct().toArray())
        .toArray(int[][]::new);
  }
}

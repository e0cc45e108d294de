package mosaicmatch.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Figures of two sides that took turns, so that a busy moment strikes both.
 *
 * @param ours by round
 * @param theirs by round
 */
public record Rounds(List<Double> ours, List<Double> theirs) {

  /** One side: gives a figure each time, such as seconds. */
  @FunctionalInterface
  public interface Side {

    /**
     * Takes one turn.
     *
     * @throws Exception if it fails
     */
    double turn() throws Exception;
  }

  /** Lets both take turns, each as often. */
  public static Rounds of(int rounds, Side ours, Side theirs) throws Exception {
    var first = new ArrayList<Double>();
    var second = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      first.add(ours.turn());
      second.add(theirs.turn());
    }
    return new Rounds(first, second);
  }

  /** The middle of our figures. */
  public double medianOfOurs() {
    return Median.of(ours);
  }

  /** The middle of their figures. */
  public double medianOfTheirs() {
    return Median.of(theirs);
  }

  /** How many times ours theirs is: the middle of the rounds' ratios. */
  public double theirsByOurs() {
    return medianRatio(round -> theirs.get(round) / ours.get(round));
  }

  /** How many times theirs ours is: the middle of the rounds' ratios. */
  public double oursByTheirs() {
    return medianRatio(round -> ours.get(round) / theirs.get(round));
  }

  private double medianRatio(ToDoubleFunction<Integer> ratio) {
    var ratios = new ArrayList<Double>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ratio.applyAsDouble(round));
    }
    return Median.of(ratios);
  }
}

package mosaicmatch.pairing.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Tries on a sample whether sketches pay, and how long their prefixes are best. What it finds
 * changes the time that a search takes, and nothing that comes of it.
 */
final class SketchTrial {

  /** With fewer contenders there is little to save. */
  private static final int FEWEST_CONTENDERS = 8_192;

  private static final int STEP = 64;
  private static final int MOST_DIRECTIONS = 256;
  private static final int SAMPLE = 1_024;
  private static final int ROWS = 48;
  private static final int COLUMNS = 1_024;

  /**
   * Squared length in the first directions below which no prefix that is short enough will do:
   * embeddings of real texts have 0.66, and sketches did not pay for them.
   */
  private static final double LEAST_SHARE = 0.75;

  /**
   * The rank, among all contenders, of the candidate who is a row's floor on an average: as many as
   * a list keeps, twice, since the floor is lower on the way than at the end.
   */
  private static final int RANK_OF_FLOOR = 16;

  /**
   * What is done beside multiplying prefixes, in multiplications of a prefix by the kernel that
   * take as long: measured in whole pairings with vectors of 512 bits and 384 dimensions, where
   * caches miss and branches are not foreseen.
   */
  private static final int COMPARE = 90;

  private static final int SECOND_PREFIX = 1_000;
  private static final int WHOLE_PER_DIMENSION = 14;

  /**
   * Sketches are used if they promise to take no more than this share of the time. Where a laxer
   * limit let embeddings of real texts be sketched, their pairing ran at 0.74 of the dense path's
   * speed at a threshold of 0.35 and at 1.34 of it at 0.7, so a small promise is not worth the
   * risk.
   */
  private static final double WORTH_IT = 0.6;

  private final Contenders contenders;
  private final Scores scores;
  private final Kernel kernel;

  SketchTrial(Contenders contenders, Scores scores, Kernel kernel) {
    this.contenders = contenders;
    this.scores = scores;
    this.kernel = kernel;
  }

  /** Sketches of all contenders, if they can be made and pay. */
  Optional<Sketches> sketches() {
    int most = Math.min(MOST_DIRECTIONS, contenders.dimension() / 2 / STEP * STEP);
    if (contenders.size() < FEWEST_CONTENDERS
        || most < 2 * STEP
        || !scores.areModerate()
        || !shareIsHigh()) {
      return Optional.empty();
    }
    var directions = Basis.of(kernel, sample(SAMPLE, 0), most);
    var cheapest = new Trial(directions).cheapest(most);
    return cheapest.cost() < WORTH_IT * contenders.dimension()
        ? Optional.of(sketches(directions, cheapest.end()))
        : Optional.empty();
  }

  private Sketches sketches(float[][] directions, int first) {
    return new Sketches(contenders, scores, kernel, Arrays.copyOf(directions, first + STEP), first);
  }

  /**
   * A length of the first prefix.
   *
   * @param end where it ends
   * @param cost of a pair, in multiplications
   */
  private record Prefix(int end, double cost) {}

  /** A quick look at few: are others long in the directions of some? */
  private boolean shareIsHigh() {
    var directions = Basis.of(kernel, sample(SAMPLE / 4, 0), STEP);
    var others = new Products(kernel, directions).with(sample(SAMPLE / 4, 1));
    double share = Arrays.stream(others).mapToDouble(of -> squares(of, STEP)).average().orElse(0);
    return share >= LEAST_SHARE;
  }

  private float[][] sample(int count, int offset) {
    return sample(contenders, scores, count, offset);
  }

  /** Evenly chosen vectors of length 1; another offset chooses others. */
  static float[][] sample(Contenders contenders, Scores scores, int count, int offset) {
    var sample = new float[count][contenders.dimension()];
    for (int i = 0; i < count; i++) {
      int number = (int) ((long) i * contenders.size() / count + offset) % contenders.size();
      scores.copyScaled(number, sample[i], 0, 1);
    }
    return sample;
  }

  private static double squares(float[] vector, int end) {
    return IntStream.range(0, end).mapToDouble(d -> (double) vector[d] * vector[d]).sum();
  }

  /** Some rows beside some columns. */
  private final class Trial {

    private final float[][] rows;
    private final float[][] columns;
    private final double[] floors;

    Trial(float[][] directions) {
      var rowVectors = sample(ROWS, 2);
      var columnVectors = sample(COLUMNS, 3);
      var project = new Products(kernel, directions);
      rows = project.with(rowVectors);
      columns = project.with(columnVectors);
      floors =
          Arrays.stream(new Products(kernel, columnVectors).with(rowVectors))
              .mapToDouble(this::floor)
              .toArray();
    }

    /** The floor that a row comes to have, taken from as high a rank among fewer columns. */
    private double floor(float[] similarities) {
      int rank = 1 + Math.ceilDiv(RANK_OF_FLOOR * COLUMNS, contenders.size());
      return IntStream.range(0, similarities.length)
          .mapToDouble(i -> -similarities[i])
          .sorted()
          .map(negative -> -negative)
          .skip(Math.min(rank, COLUMNS - 1))
          .findFirst()
          .orElseThrow();
    }

    /** The first prefix, shorter than {@code most}, that promises to cost least. */
    Prefix cheapest(int most) {
      double[] alive = IntStream.rangeClosed(1, most / STEP).mapToDouble(this::alive).toArray();
      return IntStream.range(0, alive.length - 1)
          .mapToObj(i -> new Prefix((i + 1) * STEP, cost((i + 1) * STEP, alive[i], alive[i + 1])))
          .min(Comparator.comparingDouble(Prefix::cost))
          .orElseThrow();
    }

    private double cost(int end, double alive, double aliveThen) {
      return end
          + COMPARE
          + alive * SECOND_PREFIX
          + aliveThen * WHOLE_PER_DIMENSION * contenders.dimension();
    }

    /** The share of pairs that a prefix of so many steps leaves undecided. */
    private double alive(int steps) {
      int end = steps * STEP;
      long alive = 0;
      var rests = Arrays.stream(columns).mapToDouble(column -> rest(column, end)).toArray();
      for (int row = 0; row < ROWS; row++) {
        double rest = rest(rows[row], end);
        for (int column = 0; column < COLUMNS; column++) {
          float product = kernel.product(rows[row], columns[column], 0, end);
          alive += product + rest * rests[column] > floors[row] ? 1 : 0;
        }
      }
      return (double) alive / ROWS / COLUMNS;
    }

    private static double rest(float[] coordinates, int end) {
      return Math.sqrt(Math.max(0, 1 - squares(coordinates, end)));
    }
  }
}

package mosaicmatch.pairing.search;

import java.util.Arrays;
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

  /** Candidates kept for a row, as often as the floor is lower on the way than at the end. */
  private static final int CANDIDATES = 8;

  /**
   * What is done beside multiplying prefixes, in multiplications of a prefix by the kernel that
   * take as long: measured in whole pairings with vectors of 512 bits and 384 dimensions, where
   * caches miss and branches are not foreseen.
   */
  private static final int COMPARE = 90;

  private static final int SECOND_PREFIX = 1_000;
  private static final int WHOLE_PER_DIMENSION = 14;

  /**
   * Sketches are used if they promise to take no more than this share of the time. On embeddings of
   * real texts a promise of about 0.7 came out between 0.75 and 1.35, so less is not worth the
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

  /** Sketches of all contenders, if they pay. */
  Optional<Sketches> sketches() {
    int most = Math.min(MOST_DIRECTIONS, contenders.dimension() / 2 / STEP * STEP);
    if (contenders.size() < FEWEST_CONTENDERS || most < 2 * STEP || !shareIsHigh()) {
      return Optional.empty();
    }
    var directions = Basis.of(kernel, sample(SAMPLE, 0), most);
    var trial = new Trial(directions);
    int first =
        IntStream.iterate(STEP, end -> end < most, end -> end + STEP)
            .boxed()
            .min((one, other) -> Double.compare(trial.cost(one), trial.cost(other)))
            .orElseThrow();
    return trial.cost(first) < WORTH_IT * contenders.dimension()
        ? Optional.of(
            new Sketches(
                contenders, scores, kernel, Arrays.copyOf(directions, first + STEP), first))
        : Optional.empty();
  }

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
      int rank = 1 + Math.ceilDiv(2 * CANDIDATES * COLUMNS, contenders.size());
      return IntStream.range(0, similarities.length)
          .mapToDouble(i -> -similarities[i])
          .sorted()
          .map(negative -> -negative)
          .skip(Math.min(rank, COLUMNS - 1))
          .findFirst()
          .orElseThrow();
    }

    /** The cost of a pair with this first prefix, in multiplications. */
    double cost(int first) {
      return first
          + COMPARE
          + alive(first) * SECOND_PREFIX
          + alive(first + STEP) * WHOLE_PER_DIMENSION * contenders.dimension();
    }

    /** The share of pairs that a prefix leaves undecided. */
    private double alive(int end) {
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

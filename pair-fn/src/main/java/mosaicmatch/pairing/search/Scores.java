package mosaicmatch.pairing.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Computes scores: cosine similarity plus the weighted mean of both wait boosts. Those that decide
 * are computed in double precision, each similarity as one sum over the components in their order,
 * so that a score is the same to the bit whatever is computed beside it, whichever of the two is
 * named first, however many threads there are, and on whatever processor.
 */
public final class Scores {

  /** Half the distance between 1 and the next number in single precision. */
  static final double UNIT_ROUNDOFF = 0x1p-24;

  /** Roundings besides those of the sum: both vectors' scaling, the boost, and the limit. */
  private static final int OTHER_ROUNDINGS = 16;

  private final Contenders contenders;
  private final double weight;
  private final double error;
  private final double[] norms;
  private final float[] inverses;
  private final double[] prices;

  /** Scores with this weight of waiting, 0 to 1. */
  public Scores(Contenders contenders, double waitBoostWeight) {
    this(contenders, waitBoostWeight, errorBound(contenders.dimension()));
  }

  /** With another bound on the error of approximate scores. */
  public Scores(Contenders contenders, double waitBoostWeight, double error) {
    this.contenders = contenders;
    this.error = error;
    weight = waitBoostWeight;
    norms =
        IntStream.range(0, contenders.size())
            .parallel()
            .mapToDouble(number -> norm(contenders.vector(number)))
            .toArray();
    inverses = new float[norms.length];
    for (int number = 0; number < norms.length; number++) {
      inverses[number] = (float) (1 / norms[number]);
    }
    prices = new double[contenders.size()];
  }

  private Scores(Scores unpriced, double[] prices) {
    contenders = unpriced.contenders;
    weight = unpriced.weight;
    error = unpriced.error;
    norms = unpriced.norms;
    inverses = unpriced.inverses;
    this.prices = prices;
  }

  /** The same less what each of the two costs, by number, up to 2. */
  public Scores less(double[] prices) {
    return new Scores(this, prices.clone());
  }

  /** How far a score made in single precision of scaled vectors can lie from the exact one. */
  public double error() {
    return error;
  }

  /**
   * A bound for sums in any order, with or without fused multiplication (N. J. Higham, "Accuracy
   * and Stability of Numerical Algorithms", 2nd ed., section 3.1), where the products' absolute
   * values add up to 1 at the most.
   */
  static double errorBound(int dimension) {
    return 1.01 * (dimension + OTHER_ROUNDINGS) * UNIT_ROUNDOFF;
  }

  /** What a contender's own waiting adds to each of its scores. */
  public double halfBoost(int number) {
    return weight * contenders.seeker(number).waitBoost() / 2 - prices[number];
  }

  /** What a row's exact score can be at the most where its approximate value is this. */
  public double highest(int row, double value) {
    return value + halfBoost(row) + error;
  }

  /** An approximate value that all exceed whose exact score with a row reaches this. */
  public float below(int row, double score) {
    return Math.nextDown((float) (score - halfBoost(row) - error));
  }

  /** The exact score of two. */
  public double score(int one, int other) {
    return score(one, other, similarity(one, other));
  }

  /** The score of two whose similarity is known. */
  public double score(int one, int other, double similarity) {
    double boosts = contenders.seeker(one).waitBoost() + contenders.seeker(other).waitBoost();
    return similarity + weight * boosts / 2 - (prices[one] + prices[other]);
  }

  /** The exact similarity of two, -1 to 1. */
  public double similarity(int one, int other) {
    double cosine =
        product(contenders.vector(one), contenders.vector(other)) / (norms[one] * norms[other]);
    return Math.clamp(cosine, -1.0, 1.0);
  }

  /** Writes a contender's vector, scaled to length 1, to every {@code stride}th place. */
  void copyScaled(int number, float[] to, int place, int stride) {
    var vector = contenders.vector(number);
    double factor = 1 / norms[number];
    for (int d = 0, at = place; d < vector.length; d++, at += stride) {
      to[at] = (float) (vector[d] * factor);
    }
  }

  /**
   * Whether products of vectors as they came can neither overflow nor vanish in single precision.
   */
  boolean areModerate() {
    return Arrays.stream(norms).allMatch(norm -> norm > 1e-15 && norm < 1e15);
  }

  /** The similarity of two in single precision, as close as scores made of scaled vectors. */
  float approximate(Kernel kernel, int one, int other) {
    var vector = contenders.vector(one);
    float product = kernel.product(vector, contenders.vector(other), 0, vector.length);
    return product * inverses[one] * inverses[other];
  }

  /** All contenders' vectors, scaled to length 1. */
  Coordinates scaled() {
    return new Coordinates() {
      @Override
      public int count() {
        return contenders.dimension();
      }

      @Override
      public void copy(int number, float[] to, int place, int stride) {
        copyScaled(number, to, place, stride);
      }

      @Override
      public float rest(int number) {
        return 0;
      }
    };
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += (double) one[d] * other[d];
    }
    return sum;
  }

  private static double norm(float[] vector) {
    return Math.sqrt(product(vector, vector));
  }
}

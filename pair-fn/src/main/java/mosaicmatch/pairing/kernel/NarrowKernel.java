package mosaicmatch.pairing.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * For vectors of 256 bits, of which a processor has 16: twelve of them hold the sums of six rows by
 * two vectors of columns, written out one by one because only local variables stay in registers.
 */
public final class NarrowKernel implements Kernel {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
  private static final int LANES = S.length();
  private static final int WIDTH = 2 * LANES;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void multiply(
      float[] rows,
      int rowsFrom,
      float[] panel,
      int panelFrom,
      int depth,
      float[] sums,
      int sumsFrom) {
    FloatVector s00 = FloatVector.fromArray(S, sums, sumsFrom);
    FloatVector s01 = FloatVector.fromArray(S, sums, sumsFrom + LANES);
    FloatVector s10 = FloatVector.fromArray(S, sums, sumsFrom + WIDTH);
    FloatVector s11 = FloatVector.fromArray(S, sums, sumsFrom + WIDTH + LANES);
    FloatVector s20 = FloatVector.fromArray(S, sums, sumsFrom + 2 * WIDTH);
    FloatVector s21 = FloatVector.fromArray(S, sums, sumsFrom + 2 * WIDTH + LANES);
    FloatVector s30 = FloatVector.fromArray(S, sums, sumsFrom + 3 * WIDTH);
    FloatVector s31 = FloatVector.fromArray(S, sums, sumsFrom + 3 * WIDTH + LANES);
    FloatVector s40 = FloatVector.fromArray(S, sums, sumsFrom + 4 * WIDTH);
    FloatVector s41 = FloatVector.fromArray(S, sums, sumsFrom + 4 * WIDTH + LANES);
    FloatVector s50 = FloatVector.fromArray(S, sums, sumsFrom + 5 * WIDTH);
    FloatVector s51 = FloatVector.fromArray(S, sums, sumsFrom + 5 * WIDTH + LANES);
    int row = rowsFrom;
    int end = panelFrom + depth * WIDTH;
    for (int column = panelFrom; column < end; column += WIDTH) {
      FloatVector c0 = FloatVector.fromArray(S, panel, column);
      FloatVector c1 = FloatVector.fromArray(S, panel, column + LANES);
      FloatVector r0 = FloatVector.broadcast(S, rows[row]);
      s00 = r0.fma(c0, s00);
      s01 = r0.fma(c1, s01);
      FloatVector r1 = FloatVector.broadcast(S, rows[row + 1]);
      s10 = r1.fma(c0, s10);
      s11 = r1.fma(c1, s11);
      FloatVector r2 = FloatVector.broadcast(S, rows[row + 2]);
      s20 = r2.fma(c0, s20);
      s21 = r2.fma(c1, s21);
      FloatVector r3 = FloatVector.broadcast(S, rows[row + 3]);
      s30 = r3.fma(c0, s30);
      s31 = r3.fma(c1, s31);
      FloatVector r4 = FloatVector.broadcast(S, rows[row + 4]);
      s40 = r4.fma(c0, s40);
      s41 = r4.fma(c1, s41);
      FloatVector r5 = FloatVector.broadcast(S, rows[row + 5]);
      s50 = r5.fma(c0, s50);
      s51 = r5.fma(c1, s51);
      row += ROWS;
    }
    s00.intoArray(sums, sumsFrom);
    s01.intoArray(sums, sumsFrom + LANES);
    s10.intoArray(sums, sumsFrom + WIDTH);
    s11.intoArray(sums, sumsFrom + WIDTH + LANES);
    s20.intoArray(sums, sumsFrom + 2 * WIDTH);
    s21.intoArray(sums, sumsFrom + 2 * WIDTH + LANES);
    s30.intoArray(sums, sumsFrom + 3 * WIDTH);
    s31.intoArray(sums, sumsFrom + 3 * WIDTH + LANES);
    s40.intoArray(sums, sumsFrom + 4 * WIDTH);
    s41.intoArray(sums, sumsFrom + 4 * WIDTH + LANES);
    s50.intoArray(sums, sumsFrom + 5 * WIDTH);
    s51.intoArray(sums, sumsFrom + 5 * WIDTH + LANES);
  }

  @Override
  public float highestSum(float[] values, int valuesFrom, float[] more, int moreFrom) {
    return VectorLoops.highestSum(S, WIDTH, values, valuesFrom, more, moreFrom);
  }

  @Override
  public int above(
      float[] values,
      int valuesFrom,
      float[] more,
      float[] factors,
      int moreFrom,
      float factor,
      float limit,
      int[] found) {
    return VectorLoops.above(
        S, WIDTH, values, valuesFrom, more, factors, moreFrom, factor, limit, found);
  }

  @Override
  public float product(float[] one, float[] other, int from, int end) {
    return VectorLoops.product(S, one, other, from, end);
  }
}

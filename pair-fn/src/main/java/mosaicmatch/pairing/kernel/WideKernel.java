package mosaicmatch.pairing.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * For vectors of 512 bits, of which a processor has 32: 24 of them hold the sums of six rows by
 * four vectors of columns, written out one by one because only local variables stay in registers.
 */
public final class WideKernel implements Kernel {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_512;
  private static final int LANES = S.length();
  private static final int WIDTH = 4 * LANES;

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
    FloatVector s02 = FloatVector.fromArray(S, sums, sumsFrom + 2 * LANES);
    FloatVector s03 = FloatVector.fromArray(S, sums, sumsFrom + 3 * LANES);
    FloatVector s10 = FloatVector.fromArray(S, sums, sumsFrom + WIDTH);
    FloatVector s11 = FloatVector.fromArray(S, sums, sumsFrom + WIDTH + LANES);
    FloatVector s12 = FloatVector.fromArray(S, sums, sumsFrom + WIDTH + 2 * LANES);
    FloatVector s13 = FloatVector.fromArray(S, sums, sumsFrom + WIDTH + 3 * LANES);
    FloatVector s20 = FloatVector.fromArray(S, sums, sumsFrom + 2 * WIDTH);
    FloatVector s21 = FloatVector.fromArray(S, sums, sumsFrom + 2 * WIDTH + LANES);
    FloatVector s22 = FloatVector.fromArray(S, sums, sumsFrom + 2 * WIDTH + 2 * LANES);
    FloatVector s23 = FloatVector.fromArray(S, sums, sumsFrom + 2 * WIDTH + 3 * LANES);
    FloatVector s30 = FloatVector.fromArray(S, sums, sumsFrom + 3 * WIDTH);
    FloatVector s31 = FloatVector.fromArray(S, sums, sumsFrom + 3 * WIDTH + LANES);
    FloatVector s32 = FloatVector.fromArray(S, sums, sumsFrom + 3 * WIDTH + 2 * LANES);
    FloatVector s33 = FloatVector.fromArray(S, sums, sumsFrom + 3 * WIDTH + 3 * LANES);
    FloatVector s40 = FloatVector.fromArray(S, sums, sumsFrom + 4 * WIDTH);
    FloatVector s41 = FloatVector.fromArray(S, sums, sumsFrom + 4 * WIDTH + LANES);
    FloatVector s42 = FloatVector.fromArray(S, sums, sumsFrom + 4 * WIDTH + 2 * LANES);
    FloatVector s43 = FloatVector.fromArray(S, sums, sumsFrom + 4 * WIDTH + 3 * LANES);
    FloatVector s50 = FloatVector.fromArray(S, sums, sumsFrom + 5 * WIDTH);
    FloatVector s51 = FloatVector.fromArray(S, sums, sumsFrom + 5 * WIDTH + LANES);
    FloatVector s52 = FloatVector.fromArray(S, sums, sumsFrom + 5 * WIDTH + 2 * LANES);
    FloatVector s53 = FloatVector.fromArray(S, sums, sumsFrom + 5 * WIDTH + 3 * LANES);
    int row = rowsFrom;
    int end = panelFrom + depth * WIDTH;
    for (int column = panelFrom; column < end; column += WIDTH) {
      FloatVector c0 = FloatVector.fromArray(S, panel, column);
      FloatVector c1 = FloatVector.fromArray(S, panel, column + LANES);
      FloatVector c2 = FloatVector.fromArray(S, panel, column + 2 * LANES);
      FloatVector c3 = FloatVector.fromArray(S, panel, column + 3 * LANES);
      FloatVector r0 = FloatVector.broadcast(S, rows[row]);
      s00 = r0.fma(c0, s00);
      s01 = r0.fma(c1, s01);
      s02 = r0.fma(c2, s02);
      s03 = r0.fma(c3, s03);
      FloatVector r1 = FloatVector.broadcast(S, rows[row + 1]);
      s10 = r1.fma(c0, s10);
      s11 = r1.fma(c1, s11);
      s12 = r1.fma(c2, s12);
      s13 = r1.fma(c3, s13);
      FloatVector r2 = FloatVector.broadcast(S, rows[row + 2]);
      s20 = r2.fma(c0, s20);
      s21 = r2.fma(c1, s21);
      s22 = r2.fma(c2, s22);
      s23 = r2.fma(c3, s23);
      FloatVector r3 = FloatVector.broadcast(S, rows[row + 3]);
      s30 = r3.fma(c0, s30);
      s31 = r3.fma(c1, s31);
      s32 = r3.fma(c2, s32);
      s33 = r3.fma(c3, s33);
      FloatVector r4 = FloatVector.broadcast(S, rows[row + 4]);
      s40 = r4.fma(c0, s40);
      s41 = r4.fma(c1, s41);
      s42 = r4.fma(c2, s42);
      s43 = r4.fma(c3, s43);
      FloatVector r5 = FloatVector.broadcast(S, rows[row + 5]);
      s50 = r5.fma(c0, s50);
      s51 = r5.fma(c1, s51);
      s52 = r5.fma(c2, s52);
      s53 = r5.fma(c3, s53);
      row += ROWS;
    }
    s00.intoArray(sums, sumsFrom);
    s01.intoArray(sums, sumsFrom + LANES);
    s02.intoArray(sums, sumsFrom + 2 * LANES);
    s03.intoArray(sums, sumsFrom + 3 * LANES);
    s10.intoArray(sums, sumsFrom + WIDTH);
    s11.intoArray(sums, sumsFrom + WIDTH + LANES);
    s12.intoArray(sums, sumsFrom + WIDTH + 2 * LANES);
    s13.intoArray(sums, sumsFrom + WIDTH + 3 * LANES);
    s20.intoArray(sums, sumsFrom + 2 * WIDTH);
    s21.intoArray(sums, sumsFrom + 2 * WIDTH + LANES);
    s22.intoArray(sums, sumsFrom + 2 * WIDTH + 2 * LANES);
    s23.intoArray(sums, sumsFrom + 2 * WIDTH + 3 * LANES);
    s30.intoArray(sums, sumsFrom + 3 * WIDTH);
    s31.intoArray(sums, sumsFrom + 3 * WIDTH + LANES);
    s32.intoArray(sums, sumsFrom + 3 * WIDTH + 2 * LANES);
    s33.intoArray(sums, sumsFrom + 3 * WIDTH + 3 * LANES);
    s40.intoArray(sums, sumsFrom + 4 * WIDTH);
    s41.intoArray(sums, sumsFrom + 4 * WIDTH + LANES);
    s42.intoArray(sums, sumsFrom + 4 * WIDTH + 2 * LANES);
    s43.intoArray(sums, sumsFrom + 4 * WIDTH + 3 * LANES);
    s50.intoArray(sums, sumsFrom + 5 * WIDTH);
    s51.intoArray(sums, sumsFrom + 5 * WIDTH + LANES);
    s52.intoArray(sums, sumsFrom + 5 * WIDTH + 2 * LANES);
    s53.intoArray(sums, sumsFrom + 5 * WIDTH + 3 * LANES);
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

package mosaicmatch.pairing.kernel;

/**
 * Without the Vector API. The inner loop runs along the columns and does four components at a pass,
 * so that the compiler finds vector instructions by itself and saves loads and stores.
 */
public final class ScalarKernel implements Kernel {

  private static final int WIDTH = 128;
  private static final int PASS = 4;

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
    var line = new float[WIDTH];
    for (int row = 0; row < ROWS; row++) {
      int to = sumsFrom + row * WIDTH;
      System.arraycopy(sums, to, line, 0, WIDTH);
      int d = 0;
      for (; d + PASS <= depth; d += PASS) {
        addFour(rows, rowsFrom + d * ROWS + row, panel, panelFrom + d * WIDTH, line);
      }
      for (; d < depth; d++) {
        addOne(rows[rowsFrom + d * ROWS + row], panel, panelFrom + d * WIDTH, line);
      }
      System.arraycopy(line, 0, sums, to, WIDTH);
    }
  }

  private static void addFour(float[] rows, int row, float[] panel, int from, float[] line) {
    float r0 = rows[row];
    float r1 = rows[row + ROWS];
    float r2 = rows[row + 2 * ROWS];
    float r3 = rows[row + 3 * ROWS];
    for (int i = 0; i < WIDTH; i++) {
      line[i] =
          line[i]
              + r0 * panel[from + i]
              + r1 * panel[from + WIDTH + i]
              + r2 * panel[from + 2 * WIDTH + i]
              + r3 * panel[from + 3 * WIDTH + i];
    }
  }

  private static void addOne(float factor, float[] panel, int from, float[] line) {
    for (int i = 0; i < WIDTH; i++) {
      line[i] += factor * panel[from + i];
    }
  }

  @Override
  public float highestSum(float[] values, int valuesFrom, float[] more, int moreFrom) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < WIDTH; i++) {
      highest = Math.max(highest, values[valuesFrom + i] + more[moreFrom + i]);
    }
    return highest;
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
    int count = 0;
    for (int i = 0; i < WIDTH; i++) {
      if (values[valuesFrom + i] + more[moreFrom + i] + factor * factors[moreFrom + i] > limit) {
        found[count++] = i;
      }
    }
    return count;
  }

  @Override
  public float product(float[] one, float[] other, int from, int end) {
    var sums = new float[PASS];
    int d = from;
    for (; d + PASS <= end; d += PASS) {
      for (int i = 0; i < PASS; i++) {
        sums[i] += one[d + i] * other[d + i];
      }
    }
    float sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    for (; d < end; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }
}

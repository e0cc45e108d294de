package mosaicmatch.traitservice.embedding;

/** Brings a vector to length one, so that a dot product is a cosine. */
final class UnitLength {

  private UnitLength() {}

  static float[] of(double[] vector) {
    double sum = 0;
    for (double x : vector) {
      sum += x * x;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalStateException("the model gave a vector without a direction");
    }
    double norm = Math.sqrt(sum);
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      unit[i] = (float) (vector[i] / norm);
    }
    return unit;
  }
}

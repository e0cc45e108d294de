package mosaicmatch.pairing.kernel;

import jdk.incubator.vector.FloatVector;

/** Chooses among the kernels that use the Vector API; loaded only where its module is there. */
final class VectorKernels {

  private static final int WIDE_LANES = 16;

  private VectorKernels() {}

  static Kernel preferred() {
    return FloatVector.SPECIES_PREFERRED.length() >= WIDE_LANES
        ? new WideKernel()
        : new NarrowKernel();
  }
}

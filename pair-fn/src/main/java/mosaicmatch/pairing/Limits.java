package mosaicmatch.pairing;

import java.util.BitSet;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.Contenders;

/**
 * The score that a pair must reach: the threshold, or the lower one for those whom many cycles have
 * missed. The same whichever of the two is named first.
 */
public final class Limits {

  private final double threshold;
  private final double patientThreshold;
  private final BitSet patient = new BitSet();

  Limits(Contenders contenders, PairingSettings settings) {
    threshold = settings.threshold();
    patientThreshold = settings.patience().map(Patience::threshold).orElse(threshold);
    settings
        .patience()
        .ifPresent(
            patience ->
                IntStream.range(0, contenders.size())
                    .filter(n -> contenders.seeker(n).missedCycles() >= patience.missedCycles())
                    .forEach(patient::set));
  }

  /** What the score of two must reach. */
  public double limit(int one, int other) {
    return patient.get(one) || patient.get(other) ? patientThreshold : threshold;
  }

  /** The lowest limit that anybody with a number from {@code first} on can have with another. */
  public double lowestFrom(int first) {
    return patient.nextSetBit(first) < 0 ? threshold : patientThreshold;
  }
}

package mosaicmatch.pairing;

import java.util.Comparator;
import mosaicmatch.pairing.search.Contenders;

/**
 * The best that one contender can still be part of: a pair, or a bound that no pair comes before.
 * In the one order of all pairs: the highest score first; of equal scores, the pair whose lower id
 * is lower, then the one whose higher id is.
 *
 * @param owner whose prospect it is
 * @param partner the other one of the pair; {@link #NOBODY} where it is a bound
 * @param score of the pair
 * @param lowerRank the lower of both ids' places among all ids; {@link #NOBODY} comes before all
 * @param higherRank the higher one
 * @param turn how many prospects the owner had before; only the last one counts
 */
record Prospect(int owner, int partner, double score, int lowerRank, int higherRank, int turn)
    implements Comparable<Prospect> {

  static final int NOBODY = -1;

  private static final Comparator<Prospect> ORDER =
      Comparator.comparingDouble(Prospect::score)
          .reversed()
          .thenComparingInt(Prospect::lowerRank)
          .thenComparingInt(Prospect::higherRank)
          .thenComparing(Prospect::isPair)
          .thenComparingInt(Prospect::owner);

  /** The pair that its chooser would have. */
  static Prospect of(Choice choice, Contenders contenders, int turn) {
    int one = contenders.idRank(choice.chooser());
    int other = contenders.idRank(choice.partner());
    return new Prospect(
        choice.chooser(),
        choice.partner(),
        choice.score(),
        Math.min(one, other),
        Math.max(one, other),
        turn);
  }

  boolean isPair() {
    return partner != NOBODY;
  }

  @Override
  public int compareTo(Prospect other) {
    return ORDER.compare(this, other);
  }
}

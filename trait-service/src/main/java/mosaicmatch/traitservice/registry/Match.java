package mosaicmatch.traitservice.registry;

import java.util.List;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.pool.SeekerId;

/**
 * The match that an opt-in led to.
 *
 * @param pair which pair of which cycle
 * @param partner the other one
 * @param matchedAt epoch milliseconds
 */
public record Match(PairId pair, SeekerId partner, long matchedAt) {

  /** A pair of a cycle. */
  public record PairId(CycleId cycle, String pairKey) {

    /** The pair of these two. */
    public static PairId of(CycleId cycle, SeekerId one, SeekerId other) {
      return new PairId(cycle, PairKey.of(one, other).value());
    }

    /** Whether a pair's {@link #text} names somebody. */
    static boolean names(String text, SeekerId id) {
      String pairKey = text.substring(text.indexOf(' ') + 1);
      return List.of(pairKey.split("#", -1)).contains(id.value());
    }

    /** One text for both, ordered by cycle. */
    String text() {
      return cycle.value() + " " + pairKey;
    }
  }
}

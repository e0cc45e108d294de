package mosaicmatch.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import mosaicmatch.pool.SeekerId;

/**
 * What a pair is known by within its cycle: both ids, the lower one (by UTF-8 bytes) first, joined
 * by {@code #}.
 *
 * @param value the text
 */
public record PairKey(@JsonValue String value) {

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is not two ids in order
   */
  @JsonCreator
  public PairKey {
    int hash = value.indexOf('#');
    if (hash < 0
        || new SeekerId(value.substring(0, hash)).compareTo(new SeekerId(value.substring(hash + 1)))
            >= 0) {
      throw new IllegalArgumentException(
          "pair_key must be two different ids in order, joined by #");
    }
  }

  /**
   * The key of two people, whichever is named first.
   *
   * @throws IllegalArgumentException if they are the same person
   */
  public static PairKey of(SeekerId one, SeekerId other) {
    return one.compareTo(other) < 0
        ? new PairKey(one + "#" + other)
        : new PairKey(other + "#" + one);
  }

  @Override
  public String toString() {
    return value;
  }
}

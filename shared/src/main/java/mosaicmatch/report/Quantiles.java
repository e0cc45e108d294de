package mosaicmatch.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Values by their rank, nearest rank (the smallest value that so many do not exceed).
 *
 * @param ascending the values in order
 * @param <T> what is ranked
 */
public record Quantiles<T extends Comparable<T>>(List<T> ascending) {

  /** Keeps a copy in order. */
  public Quantiles {
    ascending = ascending.stream().sorted().toList();
  }

  /** Of values in any order. */
  public static <T extends Comparable<T>> Quantiles<T> of(Collection<T> values) {
    return new Quantiles<>(List.copyOf(values));
  }

  /**
   * The value that a share of all do not exceed; empty if there are none.
   *
   * @param share above 0, to 1
   */
  public Optional<T> at(double share) {
    int rank = (int) Math.ceil(share * ascending.size());
    return ascending.isEmpty() ? Optional.empty() : Optional.of(ascending.get(rank - 1));
  }
}

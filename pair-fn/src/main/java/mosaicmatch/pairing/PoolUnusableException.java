package mosaicmatch.pairing;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** More than half of a pool can't take part: rather no plan than one for the lucky rest. */
public final class PoolUnusableException extends RuntimeException {

  PoolUnusableException(List<Unusable> unusable, int seekers) {
    super(
        "%d of %d seekers can't be paired (%s), more than half; nothing was planned"
            .formatted(unusable.size(), seekers, byReason(unusable)));
  }

  private static String byReason(List<Unusable> unusable) {
    return unusable.stream()
        .collect(Collectors.groupingBy(Unusable::reason, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(reason -> reason.getKey().wireName() + ": " + reason.getValue())
        .collect(Collectors.joining(", "));
  }
}

package mosaicmatch.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shortest way to a broken promise.
 *
 * @param promise which one
 * @param steps what happened, in order
 */
record CounterExample(Promise promise, List<String> steps) {

  @Override
  public String toString() {
    return IntStream.range(0, steps.size())
        .mapToObj(step -> "%n%3d. %s".formatted(step + 1, steps.get(step)))
        .collect(Collectors.joining("", "broken: " + promise.words(), ""));
  }
}

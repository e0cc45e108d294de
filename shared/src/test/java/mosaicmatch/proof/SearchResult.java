package mosaicmatch.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalLong;

/**
 * What one search for a broken promise came to.
 *
 * @param search its name, in kebab case
 * @param test the simple name of the class that searches
 * @param runs how many runs were made, if it makes runs
 * @param states how many states were visited, if it visits states
 * @param mutants how many protections were taken away in turn
 * @param caught how many of those the search noticed
 * @param violations how many broken promises it found with every protection in place
 * @param seed what random choices were drawn from; empty if the search leaves none to chance
 * @param seconds how long it took
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SearchResult(
    String search,
    String test,
    OptionalLong runs,
    OptionalLong states,
    int mutants,
    int caught,
    int violations,
    OptionalLong seed,
    double seconds) {

  /** A search that makes runs. */
  public static SearchResult ofRuns(
      String search, Class<?> test, long runs, int violations, double seconds) {
    return new SearchResult(
        search,
        test.getSimpleName(),
        OptionalLong.of(runs),
        OptionalLong.empty(),
        0,
        0,
        violations,
        OptionalLong.empty(),
        seconds);
  }

  /** A search that visits states. */
  public static SearchResult ofStates(
      String search, Class<?> test, long states, int violations, double seconds) {
    return new SearchResult(
        search,
        test.getSimpleName(),
        OptionalLong.empty(),
        OptionalLong.of(states),
        0,
        0,
        violations,
        OptionalLong.empty(),
        seconds);
  }

  /** The same, with the protections that were taken away in turn. */
  public SearchResult withMutants(int all, int noticed) {
    return new SearchResult(search, test, runs, states, all, noticed, violations, seed, seconds);
  }

  /** The same, with the seed of its random choices. */
  public SearchResult withSeed(long drawnFrom) {
    return new SearchResult(
        search,
        test,
        runs,
        states,
        mutants,
        caught,
        violations,
        OptionalLong.of(drawnFrom),
        seconds);
  }

  @Override
  public String toString() {
    var counted = runs.isPresent() ? runs.getAsLong() + " runs" : states.orElse(0) + " states";
    return "%s: %s, %d violations, %d of %d mutants caught%s, %.1f s"
        .formatted(
            search,
            counted,
            violations,
            caught,
            mutants,
            seed.isPresent() ? ", seed " + seed.getAsLong() : "",
            seconds);
  }
}

package mosaicmatch.proof;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hands hostile input to a part of the system, case by case, and looks at what comes of it: it is
 * taken, or refused by an error that the part documents, whose message can be shown to anybody, in
 * bounded time and memory. Every case is drawn from the seed, the subject and its number, so that
 * one can be run alone: {@code -Dhostile.seed=7 -Dhostile.case=plan.json/123}.
 */
public final class HostileSearch {

  private static final long USUAL_SEED = 20_261_122;
  private static final long MOST_BYTES = 400L << 20;
  private static final long MOST_NANOS = 4_000_000_000L;
  private static final int SHOWN = Integer.getInteger("hostile.shown", 12);

  private static final int SHOWN_FRAMES = 8;

  private final String name;
  private final Class<?> test;
  private final long seed = Long.getLong("hostile.seed", USUAL_SEED);
  private final Optional<String> alone = Optional.ofNullable(System.getProperty("hostile.case"));
  private final long start = System.nanoTime();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<Class<?>> documented = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private final Map<String, List<String>> violations = new LinkedHashMap<>();
  private boolean ownErrors;
  private long runs;
  private int mutants;
  private int caught;

  private HostileSearch(String name, Class<?> test) {
    this.name = name;
    this.test = test;
  }

  /** Makes an input. */
  @FunctionalInterface
  public interface Maker<T> {

    /** Draws a case. */
    T make(RandomGenerator random);
  }

  /** Hands an input over. */
  @FunctionalInterface
  public interface Trial<T> {

    /** Ends well, or throws what the part throws, or an {@link AssertionError}. */
    void face(T input) throws Exception;
  }

  /**
   * A search.
   *
   * @param name in kebab case
   */
  public static HostileSearch named(String name, Class<?> test) {
    return new HostileSearch(name, test);
  }

  /** The same, for parts that document these errors. */
  public HostileSearch refusingBy(Class<?>... errors) {
    documented.addAll(List.of(errors));
    return this;
  }

  /** The same, for parts that may throw any error of this project's own, but for outages. */
  public HostileSearch refusingByOwnErrors() {
    ownErrors = true;
    return this;
  }

  /** The same, for input that holds these words, which no message may repeat. */
  public HostileSearch hiding(String... words) {
    secrets.addAll(List.of(words));
    return this;
  }

  /** Hands over as many cases of a subject. */
  public <T> void search(String subject, int cases, Maker<T> maker, Trial<T> trial) {
    for (int number = 0; number < cases; number++) {
      if (isWanted(subject, number)) {
        runs++;
        violation(subject, number, maker, trial).ifPresent(this::keep);
      }
    }
  }

  /** The same against a part without its check: the search must notice. */
  public <T> void notices(String mutant, int cases, Maker<T> maker, Trial<T> trial) {
    if (alone.isPresent()) {
      return;
    }
    mutants++;
    for (int number = 0; number < cases; number++) {
      if (violation(mutant, number, maker, trial).isPresent()) {
        caught++;
        return;
      }
    }
    keep(new Violation(mutant, "the part without its check was not noticed: " + mutant));
  }

  /**
   * A case that was not met as it must be.
   *
   * @param kind alike for cases that fail alike
   */
  private record Violation(String kind, String told) {}

  private void keep(Violation violation) {
    violations.computeIfAbsent(violation.kind(), _ -> new ArrayList<>()).add(violation.told());
  }

  private int violationCount() {
    return violations.values().stream().mapToInt(List::size).sum();
  }

  /** Writes the row into the table of results, and fails if a case was not met as it must be. */
  public void end() {
    if (alone.isEmpty()) {
      double seconds = (System.nanoTime() - start) / 1e9;
      ReliabilityTable.ofThisBuild()
          .add(
              SearchResult.ofRuns(name, test, runs, violationCount(), seconds)
                  .withMutants(mutants, caught)
                  .withSeed(seed));
    }
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "%d of %d cases of %s, in %d ways, such as:%n%s"
              .formatted(
                  violationCount(),
                  runs,
                  name,
                  violations.size(),
                  violations.values().stream()
                      .limit(SHOWN)
                      .map(alike -> alike.size() + " like " + alike.getFirst())
                      .collect(Collectors.joining("\n"))));
    }
  }

  private boolean isWanted(String subject, int number) {
    return alone.isEmpty() || alone.get().equals(subject + "/" + number);
  }

  private <T> Optional<Violation> violation(
      String subject, int number, Maker<T> maker, Trial<T> trial) {
    long drawnFrom = seed * 1_000_003 + subject.hashCode() * 31L + number;
    var input = maker.make(new SplittableRandom(drawnFrom));
    long nanos = threads.getCurrentThreadCpuTime();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    var wrong = outcome(input, trial);
    long tookNanos = threads.getCurrentThreadCpuTime() - nanos;
    long tookBytes = threads.getCurrentThreadAllocatedBytes() - bytes;
    if (wrong.isEmpty() && tookNanos > MOST_NANOS) {
      wrong = Optional.of(new Violation("time", "took " + tookNanos / 1_000_000 + " ms"));
    }
    if (wrong.isEmpty() && tookBytes > MOST_BYTES) {
      wrong = Optional.of(new Violation("memory", "took " + (tookBytes >> 20) + " MiB of memory"));
    }
    return wrong.map(
        what ->
            new Violation(
                subject + what.kind(),
                "-Dhostile.seed=%d -Dhostile.case='%s/%d': %s: %s"
                    .formatted(seed, subject, number, input, what.told())));
  }

  private <T> Optional<Violation> outcome(T input, Trial<T> trial) {
    try {
      trial.face(input);
      return Optional.empty();
    } catch (AssertionError wrong) {
      var said = String.valueOf(wrong.getMessage());
      return Optional.of(new Violation(said.lines().findFirst().orElse(""), said));
    } catch (Exception | StackOverflowError | OutOfMemoryError thrown) {
      return isDocumented(thrown)
          ? wrongInMessage(thrown).map(what -> new Violation(thrown.getClass() + kind(what), what))
          : Optional.of(new Violation(kind(thrown), unexpected(thrown)));
    }
  }

  private static String kind(String what) {
    return what.substring(0, Math.min(20, what.length()));
  }

  /** Where it was thrown, and why. */
  private static String kind(Throwable thrown) {
    var where =
        Stream.of(thrown.getStackTrace())
            .map(StackTraceElement::toString)
            .filter(frame -> frame.contains("mosaicmatch") || frame.contains("aslengine"))
            .findFirst()
            .orElse("");
    var cause = thrown.getCause() == null ? "" : kind(thrown.getCause());
    return thrown.getClass().getName() + where + cause;
  }

  private boolean isDocumented(Throwable thrown) {
    var type = thrown.getClass();
    boolean own = type.getName().startsWith("mosaicmatch.") || type.getName().startsWith("asl");
    return documented.stream().anyMatch(one -> one.isInstance(thrown))
        || (ownErrors && own && !type.getSimpleName().contains("Unavailable"));
  }

  private static String unexpected(Throwable thrown) {
    var frames = thrown.getStackTrace();
    var told = new StringBuilder("threw ").append(HostileInput.shown(thrown.toString()));
    for (int i = 0; i < Math.min(SHOWN_FRAMES, frames.length); i++) {
      told.append("\n    at ").append(frames[i]);
    }
    return thrown.getCause() == null
        ? told.toString()
        : told.append("\n  caused by ").append(unexpected(thrown.getCause())).toString();
  }

  /** What is wrong with what would be shown of an error. */
  private Optional<String> wrongInMessage(Throwable thrown) {
    return wrongInWords(String.valueOf(thrown.getMessage()))
        .map(what -> thrown.getClass().getSimpleName() + " " + what);
  }

  /** What is wrong with words that are shown to somebody, if anything is. */
  public Optional<String> wrongInWords(String words) {
    if (words.isBlank() || words.equals("null")) {
      return Optional.of("says nothing");
    }
    if (words.contains("java.") || words.contains("com.fasterxml") || words.contains("\tat ")) {
      return Optional.of("tells of its own inside: " + HostileInput.shown(words));
    }
    if (words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      return Optional.of("repeats control characters: " + HostileInput.shown(words));
    }
    return secrets.stream()
        .filter(words::contains)
        .findFirst()
        .map(secret -> "repeats " + secret + ": " + HostileInput.shown(words));
  }
}

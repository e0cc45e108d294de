package mosaicmatch.local.proof.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.claim.AttemptInProgressException;
import mosaicmatch.nakama.NakamaUnavailableException;
import mosaicmatch.traits.TraitServiceUnavailableException;

/** Lets many threads begin at once, each with one operation on the same thing. */
final class Together {

  private static final AtomicLong OPERATIONS = new AtomicLong();

  /** What the ports say when an operation may be tried again. */
  private static final Set<Class<? extends RuntimeException>> PASSING =
      Set.of(
          StoreUnavailableException.class,
          TraitServiceUnavailableException.class,
          NakamaUnavailableException.class);

  /** Collisions are tried again so often; each time somebody else has got through. */
  private static final int MAX_TRIES = 2_000;

  private static final long LONGEST_SECONDS = 90;

  private Together() {}

  /** How an operation ended. */
  sealed interface Ending<T> {

    /** With an answer. */
    record Answered<T>(T answer) implements Ending<T> {}

    /** Another attempt is let alone. */
    record InProgress<T>() implements Ending<T> {}
  }

  /**
   * Runs operations at once; what may be tried again is, until it is decided.
   *
   * @throws AssertionError if one throws what its port does not promise
   */
  static <T> List<Ending<T>> run(int threads, IntFunction<Callable<T>> operations)
      throws InterruptedException {
    var go = new CountDownLatch(1);
    var endings = new ArrayList<Future<Ending<T>>>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        var operation = operations.apply(i);
        endings.add(
            workers.submit(
                () -> {
                  go.await();
                  return untilDecided(operation);
                }));
      }
      go.countDown();
      OPERATIONS.addAndGet(threads);
      return endings.stream().map(Together::ended).toList();
    }
  }

  /** How many operations were run at once with others on the same thing. */
  static long operations() {
    return OPERATIONS.get();
  }

  /** The answers of those that got one. */
  static <T> List<T> answers(List<Ending<T>> endings) {
    return endings.stream()
        .flatMap(
            ending ->
                ending instanceof Ending.Answered<T>(var answer)
                    ? java.util.stream.Stream.of(answer)
                    : java.util.stream.Stream.empty())
        .toList();
  }

  private static <T> Ending<T> untilDecided(Callable<T> operation) throws Exception {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      try {
        return new Ending.Answered<>(operation.call());
      } catch (AttemptInProgressException e) {
        return new Ending.InProgress<>();
      } catch (RuntimeException e) {
        if (!PASSING.contains(e.getClass())) {
          throw e;
        }
      }
    }
    throw new AssertionError("nobody got through in " + MAX_TRIES + " tries");
  }

  private static <T> Ending<T> ended(Future<Ending<T>> future) {
    try {
      return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("an operation threw what its port does not promise", e.getCause());
    } catch (Exception e) {
      throw new AssertionError("an operation did not end", e);
    }
  }

  /** Each of them got an answer. */
  static <T> List<T> allAnswered(List<Ending<T>> endings) {
    var answers = answers(endings);
    assertThat(answers).hasSameSizeAs(endings);
    return answers;
  }
}

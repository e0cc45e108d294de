package mosaicmatch.local.cycle;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import mosaicmatch.local.people.Person;

/** Opts many people in, several at a time; who is refused does not keep the others out. */
public final class OptInRound {

  /** Enough to keep two cores at embedding while others wait for their rows. */
  private static final int AT_ONCE = 16;

  private final PlayerRequests requests;

  /** Through these requests. */
  public OptInRound(PlayerRequests requests) {
    this.requests = requests;
  }

  /**
   * Opts everybody in.
   *
   * @param done told how many are through, each time one is
   * @return who could not be opted in, and why
   * @throws InterruptedException if the thread was told to stop
   */
  public List<String> run(List<Person> people, IntConsumer done) throws InterruptedException {
    var through = new AtomicInteger();
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      var tasks =
          people.stream()
              .map(person -> (Callable<Stream<String>>) () -> optIn(person, through, done))
              .toList();
      return workers.invokeAll(tasks).stream().flatMap(OptInRound::result).toList();
    }
  }

  private Stream<String> optIn(Person person, AtomicInteger through, IntConsumer done)
      throws InterruptedException {
    try {
      requests.optIn(person);
      return Stream.empty();
    } catch (OptInFailedException e) {
      return Stream.of(String.valueOf(e.getMessage()));
    } finally {
      done.accept(through.incrementAndGet());
    }
  }

  private static Stream<String> result(Future<Stream<String>> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("opting in broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted after all were through", e);
    }
  }
}

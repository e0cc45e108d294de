package mosaicmatch.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Stands between all callers of one service in this JVM and the service: so many calls at a time, a
 * shared budget of retries, no call before a time that the service has named (Retry-After), and
 * none while it has failed too often lately. Only for calls that are safe to repeat. The whole of a
 * call (waiting, tries, and what lies between them) ends by its deadline, and before the time of
 * the function that makes it is up. Reasons: {@code docs/adr/031-calm-towards-services.md}.
 */
public final class ServiceGuard {

  /** With less time than this a try would tell nothing about the service. */
  static final Duration SHORTEST_TRY = Duration.ofMillis(500);

  private static final Map<Key, ServiceGuard> OF_THIS_JVM = new ConcurrentHashMap<>();

  private final GuardTime time;
  private final Semaphore connections;
  private final RetryBudget budget;
  private final Pause pause;
  private final Circuit circuit;

  ServiceGuard(String service, int maxConcurrency, GuardTime time, BackoffStrategy backoff) {
    this.time = time;
    connections = new Semaphore(maxConcurrency, true);
    budget = new RetryBudget(backoff);
    pause = new Pause(time);
    circuit = new Circuit(service, time);
  }

  /**
   * The guard of a service, the same for all who call it.
   *
   * @param service its address
   * @param maxConcurrency how many calls are under way at a time
   */
  public static ServiceGuard of(URI service, int maxConcurrency) {
    return OF_THIS_JVM.computeIfAbsent(
        new Key(service.resolve("/"), maxConcurrency),
        key ->
            new ServiceGuard(
                service.getAuthority(), maxConcurrency, GuardTime.system(), RetryBudget.BACKOFF));
  }

  /**
   * Calls, and calls again where that may help.
   *
   * @param deadline for the whole of it
   * @param attempt one try; made anew each time, since a signature serves once
   * @return the first answer that does not pass by itself
   * @throws NotAnsweredException if there is none; may be retried later
   */
  public Reply call(Duration deadline, Attempt attempt) throws NotAnsweredException {
    if (!circuit.admits()) {
      Allowance.current().countRefused();
      throw NotAnsweredException.notCalled("it has failed too often lately");
    }
    Runnable outcome = circuit::notCalled;
    try {
      var reply = repeat(attempt, time.instant().plus(Allowance.current().of(deadline)));
      outcome = circuit::answered;
      return reply;
    } catch (NotAnsweredException e) {
      if (e.isFailureOfTheService()) {
        outcome = () -> circuit.failed(e);
      }
      throw e;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw NotAnsweredException.notCalled("its caller was interrupted");
    } finally {
      outcome.run();
    }
  }

  private Reply repeat(Attempt attempt, Instant end)
      throws NotAnsweredException, InterruptedException {
    var tries = budget.begin();
    var latest = end.minus(SHORTEST_TRY);
    while (true) {
      try {
        var reply = once(attempt, latest, end);
        tries.succeeded();
        return reply;
      } catch (NotAnsweredException e) {
        waitForAnother(tries, e, latest);
      }
    }
  }

  private Reply once(Attempt attempt, Instant latest, Instant end)
      throws NotAnsweredException, InterruptedException {
    if (until(latest).isNegative()) {
      throw NotAnsweredException.notCalled("too little time is left");
    }
    pause.refuseBeyond(latest);
    if (!connections.tryAcquire(until(latest).toMillis(), TimeUnit.MILLISECONDS)) {
      throw NotAnsweredException.notCalled("all connections were in use");
    }
    try {
      pause.await(latest);
      return judged(attempt.send(until(end)));
    } catch (InterruptedIOException _) {
      throw new InterruptedException();
    } catch (IOException e) {
      throw NotAnsweredException.noAnswer(e);
    } finally {
      connections.release();
    }
  }

  private Reply judged(Reply reply) throws NotAnsweredException {
    if (reply.isThrottled()) {
      Allowance.current().countThrottled();
    }
    if (reply.isPassing()) {
      pause.heed(reply);
      throw NotAnsweredException.status(reply.status());
    }
    return reply;
  }

  /** Waits, or throws the failure if there is no other try, or it would come too late. */
  private void waitForAnother(RetryBudget.Tries tries, NotAnsweredException failure, Instant latest)
      throws NotAnsweredException, InterruptedException {
    if (!failure.isFailureOfTheService()
        || circuit.isOpen()
        || pause.left().compareTo(until(latest)) > 0) {
      throw failure;
    }
    var delay = tries.another(failure).orElseThrow(() -> failure);
    if (delay.compareTo(until(latest)) > 0) {
      throw failure;
    }
    Allowance.current().countRetry();
    time.sleep(delay);
  }

  private Duration until(Instant then) {
    return Duration.between(time.instant(), then);
  }

  /** One try at a call. */
  public interface Attempt {

    /**
     * Sends the request.
     *
     * @param left the time that it may take
     * @throws IOException if there is no whole answer by then
     */
    Reply send(Duration left) throws IOException;
  }

  private record Key(URI service, int maxConcurrency) {}
}

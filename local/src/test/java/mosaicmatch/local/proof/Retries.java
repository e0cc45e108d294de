package mosaicmatch.local.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.json.Json;
import mosaicmatch.proof.Crash;

/**
 * Runs a task as the definition of the state machine has it retried (AWS Step Functions Developer
 * Guide, "Handling errors in Step Functions workflows"): each retrier counts its own attempts.
 */
final class Retries {

  /** The name under which Step Functions hears of a function whose process died. */
  private static final String DIED = "Lambda.Unknown";

  /** The task's error when its retries are used up, or no retrier names it. */
  static final class TaskFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TaskFailedException(String error, Throwable cause) {
      super(error, cause, false, false);
    }
  }

  private record Retrier(Set<String> errors, Duration interval, double backoff, int attempts) {
    Duration delay(int retry) {
      return Duration.ofMillis((long) (interval.toMillis() * Math.pow(backoff, retry)));
    }
  }

  private static final List<Duration> EVENT_PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

  private static final List<Retrier> OF_THE_DEFINITION = read();

  private final HandDrivenClock clock;

  Retries(HandDrivenClock clock) {
    this.clock = clock;
  }

  /** The task's answer. */
  <T> T task(Supplier<T> work) {
    int[] retries = new int[OF_THE_DEFINITION.size()];
    while (true) {
      try {
        return work.get();
      } catch (Crash crash) {
        await(DIED, crash, retries);
      } catch (RuntimeException e) {
        // A thread that waits for another one's result hears of its crash like this.
        await(e.getCause() instanceof Crash ? DIED : e.getClass().getName(), e, retries);
      }
    }
  }

  /** An event: Lambda tries its function again after one and two minutes, whatever the error is. */
  void event(Runnable work) {
    for (var pause : EVENT_PAUSES) {
      try {
        work.run();
        return;
      } catch (RuntimeException | Crash e) {
        clock.advance(pause);
      }
    }
    work.run();
  }

  /** Jitter shortens waits at random; here they are as long as they can be. */
  private void await(String error, Throwable cause, int[] retries) {
    for (int i = 0; i < retries.length; i++) {
      var retrier = OF_THE_DEFINITION.get(i);
      if (retrier.errors.contains(error)) {
        if (retries[i] == retrier.attempts) {
          break;
        }
        clock.advance(retrier.delay(retries[i]++));
        return;
      }
    }
    throw new TaskFailedException(error, cause);
  }

  /** The one list that every task has. */
  private static List<Retrier> read() {
    try {
      var definition = Path.of(System.getProperty("mosaic.root"), "statemachine.asl.json");
      var lists = Set.copyOf(Json.mapper().readTree(definition.toFile()).findValues("Retry"));
      if (lists.size() != 1) {
        throw new IllegalStateException("tasks differ in what they retry: " + lists.size());
      }
      var retriers = new ArrayList<Retrier>();
      lists.iterator().next().forEach(json -> retriers.add(retrier(json)));
      return List.copyOf(retriers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Retrier retrier(JsonNode json) {
    var errors = new HashSet<String>();
    json.path("ErrorEquals").forEach(error -> errors.add(error.asText()));
    return new Retrier(
        errors,
        Duration.ofSeconds(json.path("IntervalSeconds").asLong()),
        json.path("BackoffRate").asDouble(),
        json.path("MaxAttempts").asInt());
  }
}

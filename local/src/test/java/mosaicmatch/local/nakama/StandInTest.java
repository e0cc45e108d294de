package mosaicmatch.local.nakama;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A stand-in with four users and a caller, begun anew for each test. */
abstract class StandInTest {

  static final Instant NOW = Instant.parse("2026-11-22T02:00:05Z");
  static final List<String> NAMES = List.of("ada", "ben", "cem", "dee");

  @TempDir Path home;
  NakamaStandIn standIn;
  Caller caller;

  NakamaSettings settings() {
    return NakamaSettings.in(home, Caller.KEY).at(InstantSource.fixed(NOW));
  }

  @BeforeEach
  void startWithUsers() {
    start();
    standIn.addUsers(NAMES.stream().map(NakamaProfile::of).toList());
  }

  void start() {
    standIn = NakamaStandIn.start(settings());
    caller = new Caller(standIn);
  }

  @AfterEach
  void stop() {
    caller.close();
    standIn.close();
  }

  void restart() {
    stop();
    start();
  }

  /** The results of that many calls of the same, sixteen at a time. */
  static <T> List<T> atOnce(int calls, IntFunction<T> call) {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<T>> tasks =
          IntStream.range(0, calls).<Callable<T>>mapToObj(i -> () -> call.apply(i)).toList();
      return threads.invokeAll(tasks).stream().map(StandInTest::result).toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts tests", e);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a call failed", e);
    }
  }
}

package mosaicmatch.local.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.lambda.FunctionErrors;
import mosaicmatch.local.lambda.Outcome;

/** A child JVM with one function in it, which takes one call at a time. */
final class Sandbox implements AutoCloseable {

  /** How long a child may take until it asks for its first event; Lambda gives it 10 s twice. */
  private static final Duration INITIALIZATION = Duration.ofSeconds(60);

  private final RuntimeApi api;
  private final LoopbackServer server;
  private final Process child;
  private boolean served;

  private Sandbox(RuntimeApi api, LoopbackServer server, Process child) {
    this.api = api;
    this.server = server;
    this.child = child;
  }

  /**
   * Starts the child; it is not waited for.
   *
   * @throws IOException if it can't be started
   */
  static Sandbox start(Child child, InstantSource clock) throws IOException {
    var api = new RuntimeApi(clock);
    var server = LoopbackServer.start(Place.anywhere("a Runtime API"), api);
    try {
      var process = child.start(server.uri());
      var _ = process.onExit().thenAccept(ended -> api.exited(ended.exitValue()));
      return new Sandbox(api, server, process);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /** Whether it can take a call. */
  boolean isAlive() {
    return child.isAlive();
  }

  long pid() {
    return child.pid();
  }

  /**
   * Gives the child an event and waits for its answer, or until its time is up: then the child is
   * killed. Without an answer the sandbox is of no more use.
   *
   * @return nothing if the child died before it took the event, which another child may then have
   * @throws InterruptedException if the caller is interrupted; the child is killed
   */
  Optional<Outcome> call(Invocation invocation) throws InterruptedException {
    var turn = api.turn();
    try {
      var failed = await(turn.start(), INITIALIZATION);
      served |= failed.isEmpty();
      return failed.isPresent() ? failed : Optional.of(answer(turn, invocation));
    } catch (ChildGoneException e) {
      return served && !turn.isTaken()
          ? Optional.empty()
          : Optional.of(FunctionErrors.exited(invocation.requestId(), e.exitCode()));
    } catch (TimeoutException e) {
      close();
      var limit = turn.isAsked() ? invocation.timeout() : INITIALIZATION;
      return Optional.of(FunctionErrors.timedOut(invocation.requestId(), limit));
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  private static Outcome answer(Turn turn, Invocation invocation)
      throws ChildGoneException, InterruptedException, TimeoutException {
    turn.event().complete(invocation);
    return await(turn.end(), invocation.timeout());
  }

  private static <T> T await(CompletableFuture<T> future, Duration limit)
      throws ChildGoneException, InterruptedException, TimeoutException {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ChildGoneException gone) {
        throw gone;
      }
      throw new IllegalStateException("a sandbox's answer can't be had", e);
    }
  }

  /** Kills the child. */
  @Override
  public void close() {
    child.destroyForcibly();
    api.close();
    server.close();
  }
}

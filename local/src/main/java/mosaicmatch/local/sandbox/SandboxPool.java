package mosaicmatch.local.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import mosaicmatch.local.lambda.Callee;
import mosaicmatch.local.lambda.FunctionErrors;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.lambda.Outcome;
import mosaicmatch.local.lambda.TooManyInvocationsException;

/** The sandboxes of one function: made when needed, used again while they live. */
final class SandboxPool implements Callee, AutoCloseable {

  /** Further callers are told that there are too many. */
  private static final int MAX_WAITING = 1_000;

  /** Idle children may have died meanwhile; more than these deaths in a row are an error. */
  private static final int MAX_DEAD = 3;

  private final Child child;
  private final Duration timeout;
  private final InstantSource clock;
  private final Semaphore slots;
  private final Deque<Sandbox> idle = new ConcurrentLinkedDeque<>();
  private final Set<Sandbox> all = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  SandboxPool(Child child, Duration timeout, int sandboxes, InstantSource clock) {
    this.child = child;
    this.timeout = timeout;
    this.clock = clock;
    this.slots = new Semaphore(sandboxes, true);
  }

  @Override
  public Outcome call(FunctionName as, byte[] payload) {
    if (slots.getQueueLength() >= MAX_WAITING) {
      throw new TooManyInvocationsException();
    }
    try {
      return callLater(as, payload);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FunctionErrors.thrown(e);
    }
  }

  @Override
  public Outcome callLater(FunctionName as, byte[] payload) throws InterruptedException {
    slots.acquire();
    try {
      var invocation = new Invocation(as, payload, timeout);
      for (int dead = 0; dead < MAX_DEAD; dead++) {
        var outcome = callOnce(invocation);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      return FunctionErrors.exited(invocation.requestId(), 0);
    } finally {
      slots.release();
    }
  }

  private Optional<Outcome> callOnce(Invocation invocation) throws InterruptedException {
    var sandbox = idleOrNew();
    try {
      return sandbox.call(invocation);
    } finally {
      putBack(sandbox);
    }
  }

  private Sandbox idleOrNew() {
    for (var sandbox = idle.poll(); sandbox != null; sandbox = idle.poll()) {
      if (sandbox.isAlive()) {
        return sandbox;
      }
      remove(sandbox);
    }
    return start();
  }

  private Sandbox start() {
    if (closed) {
      throw new IllegalStateException("the local system is stopping");
    }
    try {
      var sandbox = Sandbox.start(child, clock);
      all.add(sandbox);
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException("a sandbox can't be started", e);
    }
  }

  private void putBack(Sandbox sandbox) {
    if (sandbox.isAlive() && !closed) {
      idle.push(sandbox);
    } else {
      remove(sandbox);
    }
  }

  private void remove(Sandbox sandbox) {
    sandbox.close();
    all.remove(sandbox);
  }

  /** The process ids of its children. */
  Set<Long> pids() {
    return Set.copyOf(all.stream().map(Sandbox::pid).toList());
  }

  @Override
  public void close() {
    closed = true;
    all.forEach(this::remove);
  }
}

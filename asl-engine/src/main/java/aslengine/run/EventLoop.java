package aslengine.run;

import aslengine.journal.JournalWriteException;
import aslengine.time.EngineTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread on which everything is decided. Work arrives from outside, from timers and from
 * the work itself; after every turn what changed is written down, and only then are callers told.
 */
final class EventLoop {
  private static final int WORK_PER_TURN = 1_000;
  private static final long CLOSED_CHECK_MILLIS = 250;
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final EngineTime time;
  private final Runnable endOfTurn;
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final Deque<Runnable> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::order));
  private final List<Reply<?>> replies = new ArrayList<>();
  private final List<Runnable> followUps = new ArrayList<>();
  private final AtomicLong tasks = new AtomicLong();
  private final Thread thread;
  private long timersMade;
  private boolean closed;
  private Optional<JournalWriteException> broken = Optional.empty();

  /**
   * A loop that does not run yet.
   *
   * @param endOfTurn writes down what the turn changed
   */
  EventLoop(EngineTime time, Runnable endOfTurn) {
    this.time = time;
    this.endOfTurn = endOfTurn;
    thread = Thread.ofPlatform().name("asl-engine").daemon(true).unstarted(this::run);
    time.onMove(() -> inbox.add(() -> {}));
  }

  void start() {
    thread.start();
  }

  /** Does {@code work} on the loop and waits until what it changed is written down. */
  <T> T call(Callable<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    inbox.add(() -> answer(work, answer));
    try {
      return awaited(answer);
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineClosedException();
    }
  }

  /** A call that came when the loop had just ended would wait for ever. */
  private <T> T awaited(CompletableFuture<T> answer)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return answer.get(CLOSED_CHECK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (!thread.isAlive() && !answer.isDone()) {
          throw new EngineClosedException();
        }
      }
    }
  }

  private <T> void answer(Callable<T> work, CompletableFuture<T> answer) {
    if (closed || broken.isPresent()) {
      answer.completeExceptionally(
          broken.<RuntimeException>map(e -> e).orElseGet(EngineClosedException::new));
      return;
    }
    try {
      replies.add(new Reply<>(answer, work.call()));
    } catch (Exception e) {
      answer.completeExceptionally(e);
    }
  }

  private static RuntimeException rethrown(ExecutionException e) {
    return e.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException("the engine failed", e);
  }

  /** Hands work over from another thread. */
  void post(Runnable work) {
    inbox.add(work);
  }

  /** Queues work behind what is ready already; from the loop itself only. */
  void later(Runnable work) {
    ready.add(work);
  }

  /** Has something done once this turn is written down; from the loop itself only. */
  void afterTurn(Runnable followUp) {
    followUps.add(followUp);
  }

  /** Has work done at a time; from the loop itself only. */
  Timer at(Instant due, Runnable work) {
    Timer timer = new Timer(due, timersMade++, work);
    timers.add(timer);
    return timer;
  }

  void taskStarted() {
    tasks.incrementAndGet();
  }

  /** Hands a task's outcome over; the task counts as running until the loop took it. */
  void taskEnded(Runnable outcome) {
    inbox.add(
        () -> {
          tasks.decrementAndGet();
          outcome.run();
        });
  }

  /** Stops after the turn that runs; calls that wait end with {@link EngineClosedException}. */
  void close() {
    inbox.add(() -> closed = true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try {
        turn();
      } catch (InterruptedException e) {
        closed = true;
      }
    }
    inbox.forEach(Runnable::run);
  }

  private void turn() throws InterruptedException {
    try {
      work();
      endOfTurn.run();
      replies.forEach(Reply::give);
      followUps.forEach(Runnable::run);
    } catch (JournalWriteException e) {
      breakDown(e);
    } finally {
      replies.clear();
      followUps.clear();
    }
  }

  private void work() throws InterruptedException {
    if (ready.isEmpty()) {
      awaitWork();
    }
    for (Runnable work = inbox.poll(); work != null && !closed; work = inbox.poll()) {
      work.run();
    }
    for (int done = 0; done < WORK_PER_TURN && !ready.isEmpty(); done++) {
      ready.remove().run();
    }
  }

  /** Nothing may happen that is not written down: the engine stands still from here on. */
  private void breakDown(JournalWriteException e) {
    broken = Optional.of(e);
    ready.clear();
    timers.clear();
    replies.forEach(reply -> reply.answer().completeExceptionally(e));
  }

  /** An answer that is given once the turn is written down. */
  private record Reply<T>(CompletableFuture<T> answer, T value) {
    void give() {
      answer.complete(value);
    }
  }

  private void awaitWork() throws InterruptedException {
    dropCancelled();
    Timer next = timers.peek();
    if (next == null) {
      inbox.take().run();
      return;
    }
    Duration rest = time.rest(next.due(), tasks.get() > 0);
    Duration shortened = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    Runnable work =
        inbox.isEmpty() && rest.isPositive()
            ? inbox.poll(shortened.toNanos(), TimeUnit.NANOSECONDS)
            : inbox.poll();
    if (work != null) {
      work.run();
    } else if (shortened.equals(rest)) {
      time.reached(next.due());
    }
    fireDue();
  }

  private void fireDue() {
    Instant now = time.instant();
    for (Timer t = timers.peek(); t != null && !t.due().isAfter(now); t = timers.peek()) {
      timers.remove();
      if (t.isLive()) {
        ready.add(t::fire);
      }
    }
  }

  private void dropCancelled() {
    for (Timer t = timers.peek(); t != null && !t.isLive(); t = timers.peek()) {
      timers.remove();
    }
  }

  /** Work to be done at a time, unless it is cancelled before. */
  static final class Timer {
    private final Instant due;
    private final long order;
    private final Runnable work;
    private boolean live = true;

    private Timer(Instant due, long order, Runnable work) {
      this.due = due;
      this.order = order;
      this.work = work;
    }

    Instant due() {
      return due;
    }

    private long order() {
      return order;
    }

    /** Does the work, unless what was done since the time came has cancelled it. */
    private void fire() {
      if (live) {
        work.run();
      }
    }

    private boolean isLive() {
      return live;
    }

    void cancel() {
      live = false;
    }
  }
}

package mosaicmatch.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Makes a run for every sequence of choices, on two threads: each takes the sequences of one
 * beginning after the other. The threads are virtual, as those of an {@link Interleaving} are, so
 * that actors hand over to each other without the kernel's help.
 */
public final class EverySequence {

  private static final int THREADS = 2;

  /** So many choices make a beginning. */
  private static final int BEGINNING = 6;

  /** What a run threw, by the number of its beginning; of several the first one counts. */
  private record Failure(int beginning, Throwable cause) {
    static final Failure NONE = new Failure(Integer.MAX_VALUE, new IllegalStateException());

    Failure first(Failure other) {
      return beginning <= other.beginning ? this : other;
    }
  }

  private final Consumer<Choices> run;
  private final List<List<Integer>> beginnings = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong runs = new AtomicLong();
  private final AtomicReference<Failure> failure = new AtomicReference<>(Failure.NONE);

  private EverySequence(Consumer<Choices> run) {
    this.run = run;
  }

  /**
   * Makes all runs, or as many as it takes until one throws; of several that throw, the same one is
   * told each time.
   *
   * @param run makes a run by the given choices; called by two threads at once
   * @return how many runs were made
   */
  public static long of(Consumer<Choices> run) {
    return new EverySequence(run).all();
  }

  private long all() {
    onVirtualThreads(1, this::findBeginnings);
    onVirtualThreads(THREADS, this::walk);
    return runs.get();
  }

  private void findBeginnings() {
    var choices = new Choices();
    do {
      keepingFailures(-1, () -> run.accept(choices));
      choices.cut(BEGINNING);
      beginnings.add(choices.picked());
    } while (hasNotFailedBefore(0) && choices.next());
  }

  private void walk() {
    for (int i = next.getAndIncrement(); i < beginnings.size(); i = next.getAndIncrement()) {
      walk(i);
    }
  }

  private void walk(int beginning) {
    var choices = new Choices(beginnings.get(beginning));
    do {
      runs.incrementAndGet();
      keepingFailures(beginning, () -> run.accept(choices));
    } while (hasNotFailedBefore(beginning) && choices.next());
  }

  /** Earlier beginnings are walked to their end even then, since they may fail too. */
  private boolean hasNotFailedBefore(int beginning) {
    return failure.get().beginning > beginning;
  }

  private void keepingFailures(int beginning, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      failure.accumulateAndGet(new Failure(beginning, e), Failure::first);
    }
  }

  private void onVirtualThreads(int count, Runnable work) {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < count; i++) {
      threads.add(Thread.startVirtualThread(work));
    }
    threads.forEach(EverySequence::join);
    if (failure.get() != Failure.NONE) {
      throw new AssertionError("a run failed", failure.get().cause);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a search", e);
    }
  }
}

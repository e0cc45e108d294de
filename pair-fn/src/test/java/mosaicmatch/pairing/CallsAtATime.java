package mosaicmatch.pairing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the first calls until so many are under way, and counts how many ever are at a time. */
final class CallsAtATime {

  private final CountDownLatch gathered;
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  CallsAtATime(int gathered) {
    this.gathered = new CountDownLatch(gathered);
  }

  void begin() {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    gathered.countDown();
    try {
      if (!gathered.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("fewer calls at a time than allowed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void end() {
    now.decrementAndGet();
  }

  int most() {
    return most.get();
  }
}

package mosaicmatch.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time by which calls are spaced, and waiting for it. */
interface GuardTime extends InstantSource {

  /** Waits. */
  void sleep(Duration span) throws InterruptedException;

  /** The system's. */
  static GuardTime system() {
    return new GuardTime() {
      @Override
      public Instant instant() {
        return InstantSource.system().instant();
      }

      @Override
      public void sleep(Duration span) throws InterruptedException {
        Thread.sleep(span);
      }
    };
  }
}

package mosaicmatch.pairing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Watches over a pairing: every few seconds keeps the lock and tells how far it has come, and ends
 * it while there is still time to write the plan. Only real progress comes by here, so only real
 * progress keeps the lock. For one thread.
 */
final class PairingWatch implements Progress {

  /** How often the lock is looked after, and how often something is told, at most. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** What the plan's lists and the cycle record take. */
  private static final Duration TO_WRITE_LISTS = Duration.ofSeconds(20);

  /** Vectors are written to a temporary file, and from there to the store. */
  private static final long VECTOR_BYTES_PER_SECOND = 25_000_000;

  private final InstantSource clock;
  private final TimeLeft timeLeft;
  private final Runnable keepLock;
  private final Progress told;
  private final Instant startedAt;
  private Instant nextKept;
  private Instant nextTold;
  private Duration toWrite = TO_WRITE_LISTS;

  /** How much time the call has left. */
  @FunctionalInterface
  interface TimeLeft {
    Duration now();
  }

  /**
   * Watches from now on.
   *
   * @param keepLock renews the lock if it is due
   * @param told hears of progress every few seconds
   */
  PairingWatch(InstantSource clock, TimeLeft timeLeft, Runnable keepLock, Progress told) {
    this.clock = clock;
    this.timeLeft = timeLeft;
    this.keepLock = keepLock;
    this.told = told;
    startedAt = clock.instant();
    nextKept = startedAt;
    nextTold = startedAt.plus(EVERY);
  }

  /** Keeps enough time to write so many bytes of vectors with the plan. */
  void keepTimeToWrite(long vectorBytes) {
    toWrite = TO_WRITE_LISTS.plusSeconds(vectorBytes / VECTOR_BYTES_PER_SECOND);
  }

  /**
   * Some vectors have come.
   *
   * @throws PairingOutOfTimeException if the rest of the time is needed to write the plan
   */
  void beat() {
    beat(0);
  }

  /**
   * Some of the pairing is done.
   *
   * @throws PairingOutOfTimeException if the rest of the time is needed to write the plan
   */
  @Override
  public void report(double share, int seekersMatched) {
    beat(share);
    var now = clock.instant();
    if (!now.isBefore(nextTold)) {
      nextTold = now.plus(EVERY);
      told.report(share, seekersMatched);
    }
  }

  private void beat(double share) {
    var now = clock.instant();
    if (timeLeft.now().compareTo(toWrite) < 0) {
      throw new PairingOutOfTimeException(share, Duration.between(startedAt, now), toWrite);
    }
    if (!now.isBefore(nextKept)) {
      nextKept = now.plus(EVERY);
      keepLock.run();
    }
  }
}

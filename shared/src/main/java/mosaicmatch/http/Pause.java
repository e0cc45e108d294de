package mosaicmatch.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The time before which nobody in this JVM calls a service, since it has asked for that. */
final class Pause {

  private final GuardTime time;
  private final AtomicReference<Instant> over = new AtomicReference<>(Instant.MIN);

  Pause(GuardTime time) {
    this.time = time;
  }

  /** Keeps to what an answer asked for; a shorter pause never ends a longer one. */
  void heed(Reply reply) {
    var now = time.instant();
    reply
        .retryAfter()
        .flatMap(header -> RetryAfter.read(header, now))
        .ifPresent(wait -> over.accumulateAndGet(now.plus(wait), Pause::later));
  }

  /** How long it lasts yet, zero if there is none. */
  Duration left() {
    var now = time.instant();
    var end = over.get();
    return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
  }

  /**
   * Waits until it is over, also if it is drawn out meanwhile.
   *
   * @throws NotAnsweredException at once if that is not before so late
   */
  void await(Instant latest) throws NotAnsweredException, InterruptedException {
    for (var left = left(); left.isPositive(); left = left()) {
      refuseBeyond(latest);
      time.sleep(left);
    }
  }

  void refuseBeyond(Instant latest) throws NotAnsweredException {
    if (over.get().isAfter(latest)) {
      throw NotAnsweredException.notCalled("it has asked to be let alone until " + over.get());
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

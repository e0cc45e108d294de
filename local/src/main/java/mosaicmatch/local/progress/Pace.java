package mosaicmatch.local.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/** How fast a step has been over the last seconds. */
final class Pace {

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration SAMPLE_EVERY = Duration.ofMillis(100);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long LONGEST_SECONDS_LEFT = Duration.ofDays(99).toSeconds();

  private final Deque<Sample> samples = new ArrayDeque<>();
  private Sample latest;

  private record Sample(Instant at, long done) {}

  Pace(Instant start, long done) {
    latest = new Sample(start, done);
    samples.add(latest);
  }

  void record(Instant now, long done) {
    latest = new Sample(now, done);
    if (!now.isBefore(samples.getLast().at().plus(SAMPLE_EVERY))) {
      samples.add(latest);
    }
    while (samples.size() > 1 && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
      samples.removeFirst();
    }
  }

  /** How many are done a second; unknown until something is done. */
  OptionalDouble perSecond() {
    var oldest = samples.getFirst();
    long nanos = Duration.between(oldest.at(), latest.at()).toNanos();
    long done = latest.done() - oldest.done();
    return nanos > 0 && done > 0
        ? OptionalDouble.of(done * NANOS_PER_SECOND / nanos)
        : OptionalDouble.empty();
  }

  /** How long {@code todo} more will take at this pace, in whole seconds, rounded up. */
  Optional<Duration> timeFor(long todo) {
    var rate = perSecond();
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Duration.ofSeconds(
                Math.min(LONGEST_SECONDS_LEFT, (long) Math.ceil(todo / rate.getAsDouble()))));
  }
}

package aslengine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The system's clock. */
final class SystemTime implements EngineTime {
  @Override
  public Instant instant() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Duration rest(Instant due, boolean tasksRunning) {
    return Duration.between(Instant.now(), due);
  }

  @Override
  public void reached(Instant due) {}
}

package mosaicmatch.secrets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps what it read for five minutes, so that a rotated secret is seen soon. */
public final class CachedSecrets implements Secrets {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private record Kept(String text, Instant readAt) {}

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Secrets source;
  private final InstantSource clock;

  /** In front of the place where secrets are read. */
  public CachedSecrets(Secrets source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public String text(String name) {
    var now = clock.instant();
    return kept.compute(name, (key, old) -> isFresh(old, now) ? old : read(key, now)).text();
  }

  private static boolean isFresh(@Nullable Kept old, Instant now) {
    return old != null && now.isBefore(old.readAt().plus(KEPT));
  }

  private Kept read(String name, Instant now) {
    return new Kept(source.text(name), now);
  }
}

package mosaicmatch.signing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Nonces in this process's memory: for tests, and for a service that runs alone. */
public final class InMemoryNonceStore implements NonceStore {

  private static final int SWEEP_EVERY = 1024;

  private final InstantSource clock;
  private final Map<Nonce, Instant> taken = new HashMap<>();
  private int takenSinceSweep;

  /** An empty store that forgets by this clock. */
  public InMemoryNonceStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean take(String keyid, String nonce, Instant keepUntil) {
    Instant now = clock.instant();
    sweep(now);
    Instant before = taken.putIfAbsent(new Nonce(keyid, nonce), keepUntil);
    if (before == null || before.isBefore(now)) {
      taken.put(new Nonce(keyid, nonce), keepUntil);
      return true;
    }
    return false;
  }

  private void sweep(Instant now) {
    takenSinceSweep++;
    if (takenSinceSweep >= SWEEP_EVERY) {
      taken.values().removeIf(keepUntil -> keepUntil.isBefore(now));
      takenSinceSweep = 0;
    }
  }

  private record Nonce(String keyid, String value) {}
}

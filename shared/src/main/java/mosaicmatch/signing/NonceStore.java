package mosaicmatch.signing;

import java.time.Instant;

/** Remembers which nonces were used, so that a signed request counts once. */
public interface NonceStore {

  /**
   * Takes a nonce: of any number of calls with the same key and nonce, at any time and from any
   * process, exactly one gets true until {@code keepUntil} has passed.
   *
   * @param keyid the key that signed the request
   * @param nonce 1 to 256 printable ASCII characters
   * @param keepUntil after this instant the signature is too old to be accepted anyway
   * @return whether this was the first use
   */
  boolean take(String keyid, String nonce, Instant keepUntil);
}

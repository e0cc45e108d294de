package mosaicmatch.traitservice.nonces;

import java.time.InstantSource;
import mosaicmatch.signing.InMemoryNonceStore;
import mosaicmatch.signing.NonceStore;

class InMemoryNonceStoreTest extends NonceStoreContract {
  @Override
  NonceStore store(InstantSource clock) {
    return new InMemoryNonceStore(clock);
  }
}

package mosaicmatch.local.nakama;

import java.time.InstantSource;

/**
 * Lets so many calls in each second and answers the others as a gateway does that guards a server:
 * 429, to be called again after the second is over.
 */
final class Turnstile {

  static final String RETRY_AFTER_SECONDS = "1";

  private final int most;
  private final InstantSource clock;
  private long second;
  private int admitted;

  Turnstile(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  Rpc before(Rpc rpc) {
    return payload -> {
      if (!admits()) {
        throw new RpcException(GrpcCode.RESOURCE_EXHAUSTED, "too many calls: a fault is set");
      }
      return rpc.call(payload);
    };
  }

  private synchronized boolean admits() {
    long now = clock.instant().getEpochSecond();
    if (now != second) {
      second = now;
      admitted = 0;
    }
    return admitted++ < most;
  }
}

package mosaicmatch.local.sandbox;

import java.time.Duration;
import java.util.UUID;
import mosaicmatch.local.lambda.FunctionName;

/** One call of a function. */
final class Invocation {

  private final String requestId = UUID.randomUUID().toString();
  private final FunctionName as;
  private final byte[] payload;
  private final Duration timeout;

  /**
   * A call with an id of its own.
   *
   * @param as the function as the caller named it
   * @param payload its event, as JSON
   * @param timeout how long it may take
   */
  Invocation(FunctionName as, byte[] payload, Duration timeout) {
    this.as = as;
    this.payload = payload;
    this.timeout = timeout;
  }

  String requestId() {
    return requestId;
  }

  FunctionName as() {
    return as;
  }

  byte[] payload() {
    return payload;
  }

  Duration timeout() {
    return timeout;
  }
}

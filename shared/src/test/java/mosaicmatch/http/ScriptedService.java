package mosaicmatch.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A service that answers by the number of the request, from 0, and takes its (virtual) time. */
final class ScriptedService implements ServiceGuard.Attempt {

  static final Duration DEADLINE = Duration.ofSeconds(9);

  private final VirtualTime time;
  private final IntFunction<Reply> script;
  private final List<Instant> asked = new ArrayList<>();
  private Duration latency = Duration.ZERO;

  ScriptedService(VirtualTime time, IntFunction<Reply> script) {
    this.time = time;
    this.script = script;
  }

  static ScriptedService always(VirtualTime time, int status) {
    return new ScriptedService(time, _ -> status(status));
  }

  static Reply status(int status) {
    return new Reply(status, new byte[0], Optional.empty());
  }

  static Reply later(int status, String retryAfter) {
    return new Reply(status, new byte[0], Optional.of(retryAfter));
  }

  ScriptedService taking(Duration span) {
    latency = span;
    return this;
  }

  List<Instant> asked() {
    return asked;
  }

  @Override
  public Reply send(Duration left) throws IOException {
    asked.add(time.instant());
    if (latency.compareTo(left) > 0) {
      time.pass(left);
      throw new IOException("no answer in time");
    }
    time.pass(latency);
    return script.apply(asked.size() - 1);
  }
}

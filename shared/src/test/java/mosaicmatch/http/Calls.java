package mosaicmatch.http;

import java.io.IOException;
import java.time.Duration;

/** How a caller calls: by a guard, or in a way that a guard protects from. */
interface Calls {

  Reply call(Duration deadline, ServiceGuard.Attempt attempt)
      throws NotAnsweredException, IOException;

  /** Each call is sent, once. */
  static Calls unguarded() {
    return (deadline, attempt) -> attempt.send(deadline);
  }

  /** Each call is sent up to three times, whatever the others do and the service says. */
  static Calls eagerlyRepeated() {
    return (deadline, attempt) -> {
      for (int again = 0; again < 2; again++) {
        var reply = attempt.send(deadline);
        if (!reply.isPassing()) {
          return reply;
        }
      }
      return attempt.send(deadline);
    };
  }
}

package mosaicmatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What callers of a service are told while it is out of order. The state machine's Retry lists name
 * the class, and nothing else would match.
 */
public abstract class OutageContract {

  protected final RecordedServer server = new RecordedServer();
  protected final VirtualTime time = new VirtualTime();

  private final Class<? extends RuntimeException> unavailable;
  private final String name;

  /** For a client whose call of this name ends with this class. */
  protected OutageContract(Class<? extends RuntimeException> unavailable, String name) {
    this.unavailable = unavailable;
    this.name = name;
  }

  /** Calls the service. */
  protected abstract void call();

  @AfterEach
  void stop() {
    server.close();
  }

  protected final void unavailable(String message) {
    assertThatThrownBy(this::call)
        .isExactlyInstanceOf(unavailable)
        .hasMessage(name + " " + message);
  }

  @Test
  void sickServiceIsUnavailableAndSoIsOneThatIsNotCalledAnyMore() {
    for (int call = 0; call < Circuit.FEWEST; call++) {
      unavailable("was answered with status 599");
    }
    int asked = server.asked().size();
    unavailable("was not called: it has failed too often lately");
    assertThat(server.asked()).hasSize(asked);
  }

  @Test
  void serviceThatAsksToBeLetAloneIsUnavailable() {
    server.answer(429, Map.of("Retry-After", "30"));
    unavailable("was answered with status 429");
    unavailable("was not called: it has asked to be let alone until 2026-11-22T02:00:30Z");
    assertThat(server.asked()).hasSize(1);
  }
}

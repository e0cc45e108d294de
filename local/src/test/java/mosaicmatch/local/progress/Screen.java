package mosaicmatch.local.progress;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What was written, and a clock driven by hand. */
final class Screen {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");

  ProgressView view(Terminal terminal) {
    var out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    return ProgressView.on(out, terminal, () -> now);
  }

  void passMillis(long millis) {
    now = now.plusMillis(millis);
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}

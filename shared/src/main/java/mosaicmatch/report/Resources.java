package mosaicmatch.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page's parts on the class path. */
final class Resources {

  private Resources() {}

  static String text(String name) {
    try (var bytes = Resources.class.getResourceAsStream("/report/" + name)) {
      if (bytes == null) {
        throw new IllegalStateException("report/" + name + " is missing from the class path");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report/" + name + " cannot be read", e);
    }
  }
}

package mosaicmatch.proof;

import java.nio.charset.StandardCharsets;

/**
 * A valid document that was made hostile.
 *
 * @param bytes what is handed over
 * @param mutation what was done to it, in words
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
public record HostileInput(byte[] bytes, String mutation) {

  private static final int MAX_SHOWN = 160;

  /** From a text. */
  static HostileInput of(String text, String mutation) {
    return new HostileInput(text.getBytes(StandardCharsets.UTF_8), mutation);
  }

  /** As a text; what is no UTF-8 is replaced. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Words in a form that fits a line. */
  static String shown(String words) {
    var cut = words.length() > MAX_SHOWN ? words.substring(0, MAX_SHOWN) + "…" : words;
    var shown = new StringBuilder();
    cut.chars()
        .forEach(
            c ->
                shown.append(
                    c < ' ' || c > '~' && c != '…' ? "\\u%04x".formatted(c) : "" + (char) c));
    return shown.toString();
  }

  @Override
  public String toString() {
    return mutation;
  }
}

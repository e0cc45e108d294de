package mosaicmatch.traitservice.vectors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import mosaicmatch.pool.SeekerId;

/**
 * What is kept of a text, to know it again: SHA-256 over the person's id and the text, so that the
 * same text of two people has two hashes.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TextHash(String hex) {

  /** A hash's length in bytes. */
  static final int BYTES = 32;

  /** The hash of a person's text. */
  public static TextHash of(SeekerId id, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(id.value().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return of(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static TextHash of(byte[] bytes) {
    return new TextHash(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}

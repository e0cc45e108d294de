package mosaicmatch.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import mosaicmatch.signing.Structured.Bytes;
import mosaicmatch.signing.Structured.Item;

/** The Content-Digest header (RFC 9530): sha-256, with other algorithms allowed beside it. */
final class ContentDigest {

  private ContentDigest() {}

  static String of(byte[] body) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
  }

  static void check(String header, byte[] body) {
    if (!(StructuredParser.dictionary(header).get("sha-256") instanceof Item item)
        || !(item.value() instanceof Bytes digest)) {
      throw new SignatureRefusedException(
          SignatureRefusal.DIGEST, "Content-Digest must hold sha-256=:…:");
    }
    if (!MessageDigest.isEqual(digest.value(), sha256(body))) {
      throw new SignatureRefusedException(
          SignatureRefusal.DIGEST, "the body does not fit its Content-Digest");
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

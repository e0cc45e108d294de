package mosaicmatch.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mosaicmatch.signing.Structured.Bare;
import mosaicmatch.signing.Structured.Text;
import mosaicmatch.signing.Structured.Whole;

/** The parameters of a signature (RFC 9421 section 2.3), all of which we ask for. */
record SignatureParameters(Instant created, Instant expires, String nonce, String keyid) {

  /** How far a signature's creation may lie from now, either way. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final int MAX_NONCE = 256;

  static SignatureParameters of(Map<String, Bare> parameters) {
    String nonce = text(parameters, "nonce");
    if (nonce.isEmpty() || nonce.length() > MAX_NONCE) {
      throw refused(SignatureRefusal.PARAMETER, "nonce must have 1 to 256 characters");
    }
    if (!text(parameters, "alg").equals(HmacSha256.NAME)) {
      throw refused(SignatureRefusal.ALGORITHM, "alg must be " + HmacSha256.NAME);
    }
    return new SignatureParameters(
        seconds(parameters, "created"),
        seconds(parameters, "expires"),
        nonce,
        text(parameters, "keyid"));
  }

  void checkTime(Instant now) {
    if (Duration.between(created, now).abs().compareTo(TOLERANCE) > 0) {
      throw refused(SignatureRefusal.TIME, "created is more than 300 seconds from now");
    }
    if (now.isAfter(expires)) {
      throw refused(SignatureRefusal.TIME, "the signature has expired");
    }
    if (expires.isBefore(created)) {
      throw refused(SignatureRefusal.TIME, "expires lies before created");
    }
  }

  private static String text(Map<String, Bare> parameters, String name) {
    if (parameters.get(name) instanceof Text(String value)) {
      return value;
    }
    throw refused(SignatureRefusal.PARAMETER, name + " must be there, as a quoted string");
  }

  private static Instant seconds(Map<String, Bare> parameters, String name) {
    if (parameters.get(name) instanceof Whole(long value)) {
      return Instant.ofEpochSecond(value);
    }
    throw refused(SignatureRefusal.PARAMETER, name + " must be there, as a whole number");
  }

  private static SignatureRefusedException refused(SignatureRefusal refusal, String message) {
    return new SignatureRefusedException(refusal, message);
  }
}

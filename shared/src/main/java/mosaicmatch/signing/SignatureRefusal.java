package mosaicmatch.signing;

import java.util.Locale;

/** Why a request's signature was refused. */
public enum SignatureRefusal {
  /** No signature for this application, or no Content-Digest. */
  MISSING,
  /** A header breaks the grammar of RFC 8941, or the headers do not belong together. */
  MALFORMED,
  /** A parameter is missing, of another type, or out of its range. */
  PARAMETER,
  /** A component that must be covered is not, or one is covered that can't be checked. */
  COMPONENTS,
  /** Another algorithm than hmac-sha256. */
  ALGORITHM,
  /** The request names another authority than this service's. */
  AUTHORITY,
  /** No live key has this keyid. */
  KEY,
  /** Created more than five minutes from now, or expired. */
  TIME,
  /** The signature does not fit the request. */
  MISMATCH,
  /** The body does not fit its digest. */
  DIGEST,
  /** The nonce was used before. */
  REPLAYED;

  /** The word for programs, such as {@code signature_replayed}. */
  public String code() {
    return "signature_" + name().toLowerCase(Locale.ROOT);
  }
}

package mosaicmatch.signing;

import java.util.Map;

/**
 * The three headers that sign a request.
 *
 * @param contentDigest value of {@code Content-Digest} (RFC 9530)
 * @param signatureInput value of {@code Signature-Input} (RFC 9421 section 4.1)
 * @param signature value of {@code Signature} (RFC 9421 section 4.2)
 */
public record SignatureHeaders(String contentDigest, String signatureInput, String signature) {

  /** The headers by name. */
  public Map<String, String> asMap() {
    return Map.of(
        "Content-Digest", contentDigest,
        "Signature-Input", signatureInput,
        "Signature", signature);
  }
}

package mosaicmatch.signing;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Checks signed requests by RFC 9421: strict grammar, every component of ours covered, created
 * within 300 seconds of now, not expired, the body's digest over its raw bytes, and each nonce
 * once. A signature may cover further plain headers. Of several signatures with our tag one must
 * hold.
 */
public final class SignatureVerifier {

  private static final Duration CLOCK_MARGIN = Duration.ofMinutes(1);

  private final Supplier<SigningKeys> keys;
  private final NonceStore nonces;
  private final InstantSource clock;
  private final Predicate<String> isOurs;

  /**
   * A verifier for one service.
   *
   * @param keys the live keys, asked for each request
   * @param isOurs tells the authorities (host in lower case, port unless the scheme's own) by which
   *     callers reach this service; a request signed for another is refused, so that it can't be
   *     passed on
   */
  public SignatureVerifier(
      Supplier<SigningKeys> keys,
      NonceStore nonces,
      InstantSource clock,
      Predicate<String> isOurs) {
    this.keys = keys;
    this.nonces = nonces;
    this.clock = clock;
    this.isOurs = isOurs;
  }

  /**
   * Checks a request and uses up its nonce.
   *
   * @return the key that signed it
   * @throws SignatureRefusedException if no signature with our tag holds
   */
  public SigningKey verify(SignedRequest request) {
    List<CandidateSignature> candidates = CandidateSignature.allOf(request);
    if (candidates.isEmpty()) {
      throw refused(
          SignatureRefusal.MISSING, "no signature with tag \"" + RequestSigner.TAG + "\"");
    }
    if (!isOurs.test(request.target().authority())) {
      throw refused(SignatureRefusal.AUTHORITY, "the request names another authority");
    }
    return firstThatHolds(candidates, request);
  }

  private SigningKey firstThatHolds(List<CandidateSignature> candidates, SignedRequest request) {
    List<SignatureRefusedException> refusals = new ArrayList<>();
    for (CandidateSignature candidate : candidates) {
      try {
        return verify(candidate, request);
      } catch (SignatureRefusedException e) {
        refusals.add(e);
      }
    }
    throw refusals.getFirst();
  }

  private SigningKey verify(CandidateSignature candidate, SignedRequest request) {
    SignatureParameters parameters = SignatureParameters.of(candidate.input().parameters());
    candidate.checkComponents(request);
    SigningKey key =
        keys.get()
            .find(parameters.keyid())
            .orElseThrow(() -> refused(SignatureRefusal.KEY, "no live key has this keyid"));
    parameters.checkTime(clock.instant());
    checkSignature(candidate, request, key);
    ContentDigest.check(request.header("Content-Digest"), request.body());
    useNonce(parameters);
    return key;
  }

  private static void checkSignature(
      CandidateSignature candidate, SignedRequest request, SigningKey key) {
    String base = SignatureBase.of(candidate.input(), request.target(), request::header);
    byte[] expected = HmacSha256.sign(key.secretBytes(), base);
    if (!MessageDigest.isEqual(expected, candidate.signature().value())) {
      throw refused(SignatureRefusal.MISMATCH, "the signature does not fit the request");
    }
  }

  private void useNonce(SignatureParameters parameters) {
    // Another process's clock may lag: it would still accept the signature for a little longer.
    boolean fresh =
        nonces.take(
            parameters.keyid(),
            parameters.nonce(),
            parameters.created().plus(SignatureParameters.TOLERANCE).plus(CLOCK_MARGIN));
    if (!fresh) {
      throw refused(SignatureRefusal.REPLAYED, "the nonce was used before");
    }
  }

  private static SignatureRefusedException refused(SignatureRefusal refusal, String message) {
    return new SignatureRefusedException(refusal, message);
  }
}

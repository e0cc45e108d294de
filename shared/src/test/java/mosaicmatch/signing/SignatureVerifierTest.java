package mosaicmatch.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignatureVerifierTest {

  private static final URI PLACE = URI.create("http://traits.example:8081/user/ana/status");
  private static final SigningKey KEY =
      new SigningKey("batch-1", "0123456789abcdef0123456789abcdef", Set.of("match"));

  private final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_795_312_800));
  private final RequestSigner signer = RequestSigner.withRandomNonces(KEY, clock);

  @Test
  void theKeyThatSignedIsTold() {
    assertThat(verifier(new InMemoryNonceStore(clock)).verify(request(signed()))).isEqualTo(KEY);
  }

  @Test
  void everySignatureHasItsOwnNonce() {
    Set<String> inputs =
        IntStream.range(0, 100)
            .mapToObj(_ -> signed().signatureInput())
            .collect(Collectors.toSet());
    assertThat(inputs).hasSize(100);
  }

  @Test
  void aRefusedRequestUsesUpNoNonce() {
    SignatureVerifier verifier = verifier(new InMemoryNonceStore(clock));
    SignatureHeaders signed = signed();
    SignedRequest forged = request(signed, "another body".getBytes());

    assertThatThrownBy(() -> verifier.verify(forged)).isInstanceOf(SignatureRefusedException.class);
    assertThat(verifier.verify(request(signed))).isEqualTo(KEY);
  }

  @Test
  void aVerifierThatForgetsNoncesWouldAcceptAReplay() {
    SignatureVerifier forgetful = verifier((_, _, _) -> true);
    SignedRequest request = request(signed());

    forgetful.verify(request);
    assertThat(forgetful.verify(request)).isEqualTo(KEY);
  }

  @Test
  void aNonceIsKeptLongerThanItsSignatureIsAccepted() {
    verifier(
            (_, _, keepUntil) -> {
              assertThat(keepUntil).isAfter(clock.instant().plusSeconds(300));
              return true;
            })
        .verify(request(signed()));
  }

  @Test
  void aFieldOfMoreThan16KiBIsRefused() {
    SignatureHeaders signed = signed();
    SignatureHeaders large =
        new SignatureHeaders(
            signed.contentDigest(),
            signed.signatureInput() + ";x=\"" + "y".repeat(16 * 1024) + "\"",
            signed.signature());

    assertThatThrownBy(() -> verifier((_, _, _) -> true).verify(request(large)))
        .isInstanceOfSatisfying(
            SignatureRefusedException.class,
            e -> assertThat(e.refusal()).isEqualTo(SignatureRefusal.MALFORMED));
  }

  @Test
  void aRelativeUriCanNotBeSigned() {
    assertThatThrownBy(() -> signer.sign("GET", URI.create("/user"), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SignatureVerifier verifier(NonceStore nonces) {
    return new SignatureVerifier(
        () -> new SigningKeys(List.of(KEY)), nonces, clock, "traits.example:8081"::equals);
  }

  private SignatureHeaders signed() {
    return signer.sign("GET", PLACE, new byte[0]);
  }

  private static SignedRequest request(SignatureHeaders signed) {
    return request(signed, new byte[0]);
  }

  private static SignedRequest request(SignatureHeaders signed, byte[] body) {
    Map<String, List<String>> headers =
        signed.asMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    return new SignedRequest(
        "GET", "http", PLACE.getAuthority(), PLACE.getRawPath(), "", headers, body);
  }
}

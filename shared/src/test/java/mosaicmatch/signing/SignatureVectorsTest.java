package mosaicmatch.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vectors that every language's signer and verifier run. */
class SignatureVectorsTest {

  private static final JsonNode VECTORS = vectors();
  private static final SigningKeys KEYS =
      SigningKeys.parse("{\"keys\":" + VECTORS.get("keys") + "}");
  private static final Set<String> AUTHORITIES =
      texts(VECTORS.get("authorities")).collect(Collectors.toSet());

  @TestFactory
  Stream<DynamicTest> theSignerWritesTheseTexts() {
    return elements(VECTORS.get("sign"))
        .map(vector -> DynamicTest.dynamicTest(vector.get("name").asText(), () -> sign(vector)));
  }

  @TestFactory
  Stream<DynamicTest> theVerifierAnswersSo() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    InstantSource clock = now::get;
    SignatureVerifier verifier =
        new SignatureVerifier(
            () -> KEYS, new InMemoryNonceStore(clock), clock, AUTHORITIES::contains);
    return elements(VECTORS.get("verify"))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.get("name").asText(),
                    () -> {
                      now.set(Instant.ofEpochSecond(vector.get("now").asLong()));
                      assertThat(outcome(verifier, request(vector)))
                          .isEqualTo(vector.get("outcome").asText());
                    }));
  }

  private static void sign(JsonNode vector) {
    Instant created = Instant.ofEpochSecond(vector.get("created").asLong());
    RequestSigner signer =
        new RequestSigner(
            KEYS.find(vector.get("keyid").asText()).orElseThrow(),
            InstantSource.fixed(created),
            () -> vector.get("nonce").asText());
    SignatureHeaders signed =
        signer.sign(
            vector.get("method").asText(), URI.create(vector.get("uri").asText()), body(vector));
    assertThat(signed.contentDigest()).isEqualTo(vector.get("content_digest").asText());
    assertThat(signed.signatureInput()).isEqualTo(vector.get("signature_input").asText());
    assertThat(signed.signature()).isEqualTo(vector.get("signature").asText());
  }

  private static String outcome(SignatureVerifier verifier, SignedRequest request) {
    try {
      verifier.verify(request);
      return "ok";
    } catch (SignatureRefusedException e) {
      return e.refusal().code();
    }
  }

  private static SignedRequest request(JsonNode vector) {
    Map<String, List<String>> headers = new TreeMap<>();
    vector
        .get("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), texts(header.getValue()).toList()));
    return new SignedRequest(
        vector.get("method").asText(),
        vector.get("scheme").asText(),
        vector.get("authority").asText(),
        vector.get("path").asText(),
        vector.get("query").asText(),
        headers,
        body(vector));
  }

  private static byte[] body(JsonNode vector) {
    return vector.get("body").asText().getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements.stream();
  }

  private static Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
  }

  private static JsonNode vectors() {
    try (InputStream in = SignatureVectorsTest.class.getResourceAsStream("vectors.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

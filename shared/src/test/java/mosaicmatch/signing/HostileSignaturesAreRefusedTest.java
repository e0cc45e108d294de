package mosaicmatch.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever stands in a signed request's fields, or in the text of the keys, is told in our words.
 */
@Timeout(300)
class HostileSignaturesAreRefusedTest {

  private static final int CASES = 500;
  private static final String SECRET = "confidential-confidential-confidential";
  private static final SigningKey KEY = new SigningKey("batch-1", SECRET, Set.of("match"));
  private static final URI PLACE = URI.create("http://traits.example:8081/user/ana/status");

  private final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_795_312_800));
  private final HostileSearch search =
      HostileSearch.named("hostile-signatures", getClass())
          .refusingBy(SignatureRefusedException.class)
          .hiding(SECRET);

  @Test
  void everyFieldIsVerifiedOrRefused() {
    var signed = RequestSigner.withRandomNonces(KEY, clock).sign("GET", PLACE, new byte[0]).asMap();
    for (var name : signed.keySet()) {
      byte[] valid = signed.get(name).getBytes(StandardCharsets.ISO_8859_1);
      search.search(
          name,
          CASES,
          random -> HostileBytes.of(valid, random),
          input -> verify(name, signed, input));
    }
    keys();
    search.notices(
        "a verifier that takes any signature",
        CASES,
        random -> HostileBytes.of(new byte[40], random),
        input -> assertThat(input.bytes()).hasSize(40));
    search.end();
  }

  /** A changed field is refused, unless it says the same in other letters. */
  private void verify(String name, Map<String, String> signed, HostileInput input) {
    Map<String, List<String>> headers = new HashMap<>();
    signed.forEach((field, value) -> headers.put(field, List.of(value)));
    headers.put(name, List.of(new String(input.bytes(), StandardCharsets.ISO_8859_1)));
    var verifier =
        new SignatureVerifier(
            () -> new SigningKeys(List.of(KEY)),
            new InMemoryNonceStore(clock),
            clock,
            "traits.example:8081"::equals);
    var request =
        new SignedRequest(
            "GET", "http", "traits.example:8081", "/user/ana/status", "", headers, new byte[0]);
    assertThat(verifier.verify(request)).isEqualTo(KEY);
  }

  private void keys() {
    var valid =
        "{\"keys\":[{\"keyid\":\"batch-1\",\"secret\":\"" + SECRET + "\",\"scopes\":[\"match\"]}]}";
    search.search(
        "the text of the keys",
        CASES,
        random -> HostileJson.of(valid, random),
        input -> {
          try {
            assertThat(SigningKeys.parse(input.text()).find("any")).isEmpty();
          } catch (IllegalArgumentException refused) {
            assertThat(search.wrongInWords(refused.getMessage())).isEmpty();
          }
        });
  }
}

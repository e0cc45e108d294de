package mosaicmatch.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import mosaicmatch.signing.Structured.Bytes;
import mosaicmatch.signing.Structured.InnerList;
import org.junit.jupiter.api.Test;

/** RFC 9421 Appendix B.2.5, "Signing a Request Using hmac-sha256". */
class Rfc9421VectorTest {

  private static final byte[] SHARED_SECRET =
      Base64.getDecoder()
          .decode(
              "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==");

  private static final Map<String, String> HEADERS =
      Map.of("date", "Tue, 20 Apr 2021 02:07:55 GMT", "content-type", "application/json");

  @Test
  void theSignatureIsTheOneInTheRfc() {
    InnerList input =
        (InnerList)
            StructuredParser.dictionary(
                    "sig-b25=(\"date\" \"@authority\" \"content-type\")"
                        + ";created=1618884473;keyid=\"test-shared-secret\"")
                .get("sig-b25");
    Target target = new Target("POST", "example.com", "/foo", "param=Value&Pet=dog");

    String base = SignatureBase.of(input, target, HEADERS::get);

    assertThat(Bytes.of(HmacSha256.sign(SHARED_SECRET, base)).serialized())
        .isEqualTo(":pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:");
  }
}

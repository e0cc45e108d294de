package mosaicmatch.signing;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mosaicmatch.signing.Structured.Bare;
import mosaicmatch.signing.Structured.Bytes;
import mosaicmatch.signing.Structured.InnerList;
import mosaicmatch.signing.Structured.Item;
import mosaicmatch.signing.Structured.Text;
import mosaicmatch.signing.Structured.Whole;

/**
 * Signs requests by RFC 9421 with hmac-sha256, over method, authority, path, query and the body's
 * digest. A retry is signed anew: each signature has a nonce and counts once.
 */
public final class RequestSigner {

  /** The tag that tells our signatures from others. */
  public static final String TAG = "mosaicmatch";

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final int NONCE_BYTES = 18;

  private final SigningKey key;
  private final InstantSource clock;
  private final Supplier<String> nonces;

  /**
   * A signer with its own source of nonces.
   *
   * @param nonces gives 1 to 256 printable ASCII characters, never the same twice
   */
  public RequestSigner(SigningKey key, InstantSource clock, Supplier<String> nonces) {
    this.key = key;
    this.clock = clock;
    this.nonces = nonces;
  }

  /** A signer whose nonces are 144 random bits. */
  public static RequestSigner withRandomNonces(SigningKey key, InstantSource clock) {
    SecureRandom random = new SecureRandom();
    return new RequestSigner(
        key,
        clock,
        () -> {
          byte[] bytes = new byte[NONCE_BYTES];
          random.nextBytes(bytes);
          return Base64.getUrlEncoder().encodeToString(bytes);
        });
  }

  /**
   * Signs one request.
   *
   * @param method as it will be sent, such as {@code POST}
   * @param uri absolute; the request must go to exactly this authority, path and query
   * @param body the bytes that will be sent; empty when there are none
   * @throws IllegalArgumentException if the URI has no scheme or host
   */
  public SignatureHeaders sign(String method, URI uri, byte[] body) {
    String digest = ContentDigest.of(body);
    InnerList input = new InnerList(components(), parameters());
    String base = SignatureBase.of(input, Target.of(method, uri), _ -> digest);
    Bytes signature = Bytes.of(HmacSha256.sign(key.secretBytes(), base));
    return new SignatureHeaders(
        digest, "mosaic=" + input.serialized(), "mosaic=" + signature.serialized());
  }

  private static List<Item> components() {
    return SignatureBase.REQUIRED.stream().map(name -> new Item(new Text(name), Map.of())).toList();
  }

  private Map<String, Bare> parameters() {
    long created = clock.instant().getEpochSecond();
    Map<String, Bare> parameters = new LinkedHashMap<>();
    parameters.put("created", new Whole(created));
    parameters.put("expires", new Whole(created + LIFETIME.toSeconds()));
    parameters.put("nonce", new Text(nonces.get()));
    parameters.put("keyid", new Text(key.keyid()));
    parameters.put("alg", new Text(HmacSha256.NAME));
    parameters.put("tag", new Text(TAG));
    return parameters;
  }
}

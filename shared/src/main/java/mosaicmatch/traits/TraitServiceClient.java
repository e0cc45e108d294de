package mosaicmatch.traits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import mosaicmatch.http.HttpCalls;
import mosaicmatch.http.ServiceGuard;
import mosaicmatch.secrets.Secrets;
import mosaicmatch.settings.Environment;
import mosaicmatch.signing.RequestSigner;
import mosaicmatch.signing.SigningKey;

/** The trait service over HTTP, each request signed anew. */
public final class TraitServiceClient {

  /** A page of vectors: 1000 of 3072 dimensions are 12 MiB; of exclusions there may be many. */
  private static final long MAX_ANSWER_BYTES = 64 << 20;

  /** As many as pairing asks for similar seekers at a time. */
  private static final int MAX_CONCURRENCY = 16;

  private final SignedCalls calls;

  /**
   * A client of one service.
   *
   * @param service its address, without a path
   * @param signer gives the signer to use now, so that keys can be rotated
   */
  public TraitServiceClient(URI service, Supplier<RequestSigner> signer) {
    this(service, signer, ServiceGuard.of(service, MAX_CONCURRENCY));
  }

  TraitServiceClient(URI service, Supplier<RequestSigner> signer, ServiceGuard guard) {
    calls = new SignedCalls(service, signer, new HttpCalls(MAX_ANSWER_BYTES), guard);
  }

  /**
   * A client set up by {@code MOSAIC_TRAIT_SERVICE_URL}, {@code
   * MOSAIC_TRAIT_SERVICE_MAX_CONCURRENCY}, and {@code MOSAIC_TRAIT_SERVICE_SECRET}, the name of a
   * secret that holds {@code {"keyid":"…","secret":"…"}}.
   *
   * @throws mosaicmatch.settings.MissingSettingException if the address is missing
   */
  public static TraitServiceClient of(
      Environment environment, Secrets secrets, InstantSource clock) {
    var name = environment.textOr("MOSAIC_TRAIT_SERVICE_SECRET", "mosaicmatch/batch-key");
    var service = environment.url("MOSAIC_TRAIT_SERVICE_URL", "https://traits.example.com");
    int most = environment.intOr("MOSAIC_TRAIT_SERVICE_MAX_CONCURRENCY", MAX_CONCURRENCY, 1, 256);
    return new TraitServiceClient(
        service,
        () -> RequestSigner.withRandomNonces(key(secrets, name), clock),
        ServiceGuard.of(service, most));
  }

  private static SigningKey key(Secrets secrets, String name) {
    var needed = "{\"keyid\":\"batch-1\",\"secret\":\"(32 ASCII characters or more)\"}";
    return secrets.json(name, CallerKey.class, needed).key();
  }

  /** Lists who waits. */
  public SeekerPool pool() {
    return new HttpSeekerPool(calls);
  }

  /** Reads embeddings, in binary; at most {@value HttpSeekerVectors#MAX_IDS} at a time. */
  public SeekerVectors vectors() {
    return new HttpSeekerVectors(calls);
  }

  /** Asks who is alike. */
  public SimilarSeekers similar() {
    return new HttpSimilarSeekers(calls);
  }

  /** The register of seekers. */
  public SeekerRegistry registry() {
    return new HttpSeekerRegistry(calls);
  }

  /**
   * What an operator sets right in the register; erasing needs a key of the scope {@code erase}.
   */
  public SeekerCorrections corrections() {
    return new HttpSeekerCorrections(calls);
  }

  private record CallerKey(SigningKey key) {

    @JsonCreator
    CallerKey(@JsonProperty("keyid") String keyid, @JsonProperty("secret") String secret) {
      this(new SigningKey(keyid, secret, Set.of()));
    }
  }
}

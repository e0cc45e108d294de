package mosaicmatch.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import mosaicmatch.aws.Identity;
import mosaicmatch.local.gate.CallerKey;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.nakama.NakamaDesk;
import mosaicmatch.local.secrets.LocalSecrets;
import mosaicmatch.local.secrets.SecretNames;
import mosaicmatch.local.site.LocalPeople;
import mosaicmatch.signing.RequestSigner;
import mosaicmatch.signing.SigningKey;
import mosaicmatch.signing.SigningKeys;

/** The secrets of the local system, each in the form that its user needs. */
final class LocalKeys {

  static final String SECRETS_FILE = "secrets.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalSecrets secrets;

  LocalKeys(LocalSecrets secrets) {
    this.secrets = secrets;
  }

  /** The keys in a home folder; new ones if there are none yet. */
  static LocalKeys in(Path home) throws IOException {
    return new LocalKeys(LocalSecrets.open(home.resolve(SECRETS_FILE), new SecureRandom()));
  }

  AccessKey accessKey() {
    return new AccessKey(ownerKey().accessKeyId());
  }

  /** The owner's key as AWS clients take it. */
  CallerKey ownerKey() {
    return new CallerKey(
        field(SecretNames.ACCESS_KEY, "access_key_id"),
        field(SecretNames.ACCESS_KEY, "secret_access_key"));
  }

  Identity owner() {
    return Identity.key(ownerKey().accessKeyId(), ownerKey().secretAccessKey());
  }

  String nakamaHttpKey() {
    return field(SecretNames.NAKAMA_HTTP_KEY, "http_key");
  }

  SigningKeys signingKeys() {
    return SigningKeys.parse(text(SecretNames.SIGNING_KEYS));
  }

  private SigningKey playerKey() {
    return new SigningKey(
        field(SecretNames.PLAYER_KEY, "keyid"), field(SecretNames.PLAYER_KEY, "secret"), Set.of());
  }

  /** The people's side of a system that these are the keys of. */
  LocalPeople people(Endpoints endpoints, boolean elsewhere) {
    return new LocalPeople(
        endpoints.traits(),
        RequestSigner.withRandomNonces(playerKey(), InstantSource.system()),
        new NakamaDesk(endpoints.nakama(), nakamaHttpKey()),
        elsewhere);
  }

  private String field(String secret, String name) {
    return json(secret).path(name).asText();
  }

  private JsonNode json(String secret) {
    try {
      return JSON.readTree(text(secret));
    } catch (JsonProcessingException e) {
      // The cause is not kept: a parser's message may quote the secret.
      throw new IllegalStateException("secrets.json: " + secret + " is damaged");
    }
  }

  private String text(String secret) {
    return secrets
        .value(secret)
        .orElseThrow(() -> new IllegalStateException("secrets.json: " + secret + " is missing"));
  }
}

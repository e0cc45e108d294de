package mosaicmatch.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.secrets.LocalSecrets;
import mosaicmatch.local.secrets.SecretNames;
import mosaicmatch.signing.SigningKey;
import mosaicmatch.signing.SigningKeys;

/** The secrets of the local system, each in the form that its user needs. */
final class LocalKeys {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalSecrets secrets;

  LocalKeys(LocalSecrets secrets) {
    this.secrets = secrets;
  }

  AccessKey accessKey() {
    return new AccessKey(field(SecretNames.ACCESS_KEY, "access_key_id"));
  }

  /** The owner's credentials, as environment variables of the AWS SDK. */
  Map<String, String> credentials() {
    return Map.of(
        "AWS_ACCESS_KEY_ID",
        field(SecretNames.ACCESS_KEY, "access_key_id"),
        "AWS_SECRET_ACCESS_KEY",
        field(SecretNames.ACCESS_KEY, "secret_access_key"));
  }

  /** Lets the AWS clients of this process find their credentials where the SDK looks first. */
  void useForAwsClients() {
    System.setProperty("aws.accessKeyId", field(SecretNames.ACCESS_KEY, "access_key_id"));
    System.setProperty("aws.secretAccessKey", field(SecretNames.ACCESS_KEY, "secret_access_key"));
  }

  String nakamaHttpKey() {
    return field(SecretNames.NAKAMA_HTTP_KEY, "http_key");
  }

  SigningKeys signingKeys() {
    return SigningKeys.parse(text(SecretNames.SIGNING_KEYS));
  }

  SigningKey playerKey() {
    return new SigningKey(
        field(SecretNames.PLAYER_KEY, "keyid"), field(SecretNames.PLAYER_KEY, "secret"), Set.of());
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

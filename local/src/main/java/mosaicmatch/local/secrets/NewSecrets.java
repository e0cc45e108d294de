package mosaicmatch.local.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** Makes the secrets that the system's parts share, in the form that each of them reads. */
final class NewSecrets {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEY_BYTES = 32;

  private NewSecrets() {}

  static Map<String, String> make(SecureRandom random) {
    ObjectNode batch = key("batch-1", text(random));
    ObjectNode nakama = key("nakama-1", text(random));
    ObjectNode signing = JSON.createObjectNode();
    signing.putArray("keys").add(scoped(batch, "match", "erase")).add(scoped(nakama, "player"));
    return Map.of(
        SecretNames.SIGNING_KEYS, signing.toString(),
        SecretNames.BATCH_KEY, batch.toString(),
        SecretNames.PLAYER_KEY, nakama.toString(),
        SecretNames.NAKAMA_HTTP_KEY,
            JSON.createObjectNode().put("http_key", text(random)).toString(),
        SecretNames.ACCESS_KEY,
            JSON.createObjectNode()
                .put("access_key_id", "LOCAL" + letters(random))
                .put("secret_access_key", text(random))
                .toString());
  }

  private static ObjectNode key(String id, String secret) {
    return JSON.createObjectNode().put("keyid", id).put("secret", secret);
  }

  private static ObjectNode scoped(ObjectNode key, String... scopes) {
    ObjectNode scoped = key.deepCopy();
    for (String scope : scopes) {
      scoped.withArray("scopes").add(scope);
    }
    return scoped;
  }

  private static String text(SecureRandom random) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random));
  }

  /** Access key ids are letters and digits only. */
  private static String letters(SecureRandom random) {
    return HexFormat.of().withUpperCase().formatHex(bytes(random));
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}

package mosaicmatch.local.gate;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.template.PolicyStatement;

/** Everybody who has a key. */
final class Callers {

  private static final int KEY_BYTES = 20;

  private final AccessKey owner;
  private final SecureRandom random;
  private final Map<String, CallerKey> keys = new ConcurrentHashMap<>();
  private final Map<String, Caller> byKeyId = new ConcurrentHashMap<>();

  Callers(AccessKey owner, SecureRandom random) {
    this.owner = owner;
    this.random = random;
  }

  CallerKey add(String logicalId, List<PolicyStatement> statements) {
    CallerKey key = keys.computeIfAbsent(logicalId, id -> newKey());
    byKeyId.put(key.accessKeyId(), new Caller(logicalId, new Policy(statements)));
    return key;
  }

  /** The key of a function; one that was granted nothing has a key that opens nothing. */
  CallerKey key(String logicalId) {
    CallerKey known = keys.get(logicalId);
    return known == null ? add(logicalId, List.of()) : known;
  }

  Optional<Caller> find(Credential credential) {
    return owner.isHeldBy(credential.accessKeyId())
        ? Optional.of(new Caller(RecordedCall.OWNER, Policy.everything()))
        : Optional.ofNullable(byKeyId.get(credential.accessKeyId()));
  }

  private CallerKey newKey() {
    return new CallerKey("LOCAL" + text(), text());
  }

  private String text() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}

package mosaicmatch.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys a service accepts. Two of one caller may be live at once, which is how keys rotate. */
public final class SigningKeys {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private final Map<String, SigningKey> byKeyid;

  /**
   * Keeps the keys by their names.
   *
   * @throws IllegalArgumentException if two have the same keyid
   */
  public SigningKeys(List<SigningKey> keys) {
    try {
      byKeyid =
          keys.stream()
              .collect(Collectors.toUnmodifiableMap(SigningKey::keyid, Function.identity()));
    } catch (IllegalStateException _) {
      throw new IllegalArgumentException("two signing keys have the same keyid");
    }
  }

  /**
   * Reads {@code {"keys":[{"keyid":"batch-1","secret":"…","scopes":["match"]}]}}.
   *
   * @throws IllegalArgumentException if the text is anything else; it is not quoted
   */
  public static SigningKeys parse(String json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, KeyFile.class))
          .filter(file -> file.keys().stream().noneMatch(Objects::isNull))
          .map(file -> new SigningKeys(file.keys()))
          .orElseThrow(SigningKeys::otherText);
    } catch (JsonProcessingException _) {
      // The parser's message quotes the text, which holds secrets.
      throw otherText();
    }
  }

  private static IllegalArgumentException otherText() {
    return new IllegalArgumentException(
        "signing keys must look like {\"keys\":[{\"keyid\":\"batch-1\",\"secret\":\"(32 ASCII"
            + " characters or more)\",\"scopes\":[\"match\"]}]}");
  }

  Optional<SigningKey> find(String keyid) {
    return Optional.ofNullable(byKeyid.get(keyid));
  }

  private record KeyFile(List<SigningKey> keys) {}
}

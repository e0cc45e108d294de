package mosaicmatch.reconcile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a map's ResultWriter left its manifest.
 *
 * @param key the manifest's key in the bucket of the cycle's files
 */
public record MapManifest(String key) {

  /**
   * From a key, or from the whole {@code ResultWriterDetails} with bucket and key.
   *
   * @throws IllegalArgumentException if it is neither
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static MapManifest of(JsonNode details) {
    var key = details.isObject() ? details.path("Key") : details;
    if (!key.isTextual() || key.asText().isBlank()) {
      throw new IllegalArgumentException("must be a key, or an object with a Key");
    }
    return new MapManifest(key.asText());
  }
}

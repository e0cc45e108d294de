package mosaicmatch.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import mosaicmatch.json.Json;

/** Reads secrets by name. */
public interface Secrets {

  /**
   * The secret's text as it is now, or was at most five minutes ago.
   *
   * @throws MissingSecretException if there is no such secret, or it holds no text: final
   * @throws mosaicmatch.aws.StoreUnavailableException if the store can't be reached or is throttled
   */
  String text(String name);

  /**
   * The secret read as JSON.
   *
   * @param needed what the error says that it must hold
   * @throws MissingSecretException if it is not there or can't be read as such: final
   */
  default <T> T json(String name, Class<T> type, String needed) {
    try {
      T value = Json.mapper().readValue(text(name), type);
      if (value != null) {
        return value;
      }
    } catch (JsonProcessingException e) {
      // The cause is not kept: a parser's message may quote the secret.
      throw new MissingSecretException(name, needed);
    }
    throw new MissingSecretException(name, needed);
  }
}

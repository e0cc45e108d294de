package mosaicmatch.traitservice.http;

import java.util.Map;
import java.util.Optional;
import mosaicmatch.pool.SeekerId;

/**
 * A call that has been let in.
 *
 * @param path the values of the route's placeholders, decoded
 * @param query the parameters, decoded
 * @param accept the Accept header; empty when there is none
 * @param body its bytes
 */
// A call is never compared with another.
@SuppressWarnings("ArrayRecordComponent")
record Call(Map<String, String> path, Map<String, String> query, String accept, byte[] body) {

  /** A person's id out of the path. */
  SeekerId seeker(String placeholder) {
    try {
      return new SeekerId(path.getOrDefault(placeholder, ""));
    } catch (IllegalArgumentException _) {
      throw RefusedCallException.wrongField(
          placeholder, "must have 1 to 128 bytes of UTF-8, without '#' and control characters");
    }
  }

  /** The body's fields. */
  JsonFields json() {
    return JsonFields.parse(body);
  }

  /** Refuses a body other than an empty object. */
  void expectNoBody() {
    if (body.length > 0) {
      json().done();
    }
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }
}

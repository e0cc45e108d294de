package mosaicmatch.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as it came in.
 *
 * @param method the method, in upper case
 * @param rawPath the path as sent, still percent-encoded
 * @param query the decoded query parameters, the last of each name; a parameter with no value has
 *     an empty one
 * @param headers the header fields by lower-case name, the first of each name
 * @param body the body, to be read once
 */
public record Call(
    String method,
    String rawPath,
    Map<String, String> query,
    Map<String, String> headers,
    InputStream body) {

  /** Copies the maps. */
  public Call {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** The header field of that name, whatever its case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The same request with another value of a header field. */
  public Call with(String name, String value) {
    Map<String, String> fields = new LinkedHashMap<>(headers);
    fields.put(name.toLowerCase(Locale.ROOT), value);
    return new Call(method, rawPath, query, fields, body);
  }

  /**
   * The whole body.
   *
   * @param limit the most bytes it may have
   * @throws BodyTooLargeException if it has more
   * @throws IOException if the connection breaks
   */
  public byte[] bytes(int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new BodyTooLargeException(limit);
    }
    return bytes;
  }

  /** The parameters of a raw query string; a plus sign stays one. */
  static Map<String, String> parameters(String rawQuery) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : rawQuery.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        parameters.put(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /**
   * Percent-decoded text; a plus sign stays one.
   *
   * @throws IllegalArgumentException if an escape is malformed
   */
  public static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

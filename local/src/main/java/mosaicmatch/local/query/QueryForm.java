package mosaicmatch.local.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request in the Query protocol.
 *
 * @param fields the fields of the form by name, in their order
 */
public record QueryForm(Map<String, String> fields) {

  /** Reads the body of a request. */
  public static QueryForm read(byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return new QueryForm(fields);
  }

  /** The operation. */
  public String action() {
    return text("Action");
  }

  /** A field; empty if it is not there. */
  public String text(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The members of a list. */
  public List<String> members(String list) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith(list + ".member."))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

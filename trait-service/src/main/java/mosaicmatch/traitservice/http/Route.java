package mosaicmatch.traitservice.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method and a path with placeholders, such as {@code /user/{id}/status}. Paths are taken apart
 * as sent and decoded piece by piece, so that an id may hold a slash.
 *
 * @param method of HTTP
 * @param template the path
 * @param scope what the caller's key must allow; empty when no signature is asked for
 * @param parameters the query parameters it knows
 * @param endpoint what answers
 */
record Route(
    String method,
    String template,
    Optional<String> scope,
    Set<String> parameters,
    Endpoint endpoint) {

  static Route signed(String scope, String method, String template, Endpoint endpoint) {
    return new Route(method, template, Optional.of(scope), Set.of(), endpoint);
  }

  Route withParameters(String... names) {
    return new Route(method, template, scope, Set.of(names), endpoint);
  }

  /** The placeholders' values, if the path is of this form. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> wanted = pieces(template);
    List<String> sent = pieces(rawPath);
    if (wanted.size() != sent.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String piece = wanted.get(i);
      if (piece.startsWith("{")) {
        values.put(piece.substring(1, piece.length() - 1), sent.get(i));
      } else if (!piece.equals(sent.get(i))) {
        return Optional.empty();
      }
    }
    values.replaceAll((name, value) -> decoded(name, value.replace("+", "%2B")));
    return Optional.of(values);
  }

  /** The query's parameters; each known, and there once. */
  Map<String, String> query(String rawQuery) {
    Map<String, String> values = new HashMap<>();
    for (String pair : rawQuery.isEmpty() ? new String[0] : rawQuery.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      String name = decoded("query", sides[0]);
      if (!parameters.contains(name)) {
        throw RefusedCallException.unknownField(name);
      }
      if (values.put(name, sides.length == 2 ? decoded(name, sides[1]) : "") != null) {
        throw RefusedCallException.wrongField(name, "must be there only once");
      }
    }
    return values;
  }

  private static List<String> pieces(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  private static String decoded(String field, String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw RefusedCallException.wrongField(field, "has a wrong percent-encoding");
    }
  }
}

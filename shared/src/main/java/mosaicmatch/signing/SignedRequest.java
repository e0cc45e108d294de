package mosaicmatch.signing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as it came in, not yet trusted.
 *
 * @param method as sent, such as {@code POST}
 * @param scheme {@code http} or {@code https}, as the caller sees it
 * @param authority the Host header as sent, such as {@code 127.0.0.1:8081}
 * @param path the path as sent, percent-encoding kept
 * @param query the query as sent, without its question mark; empty when there is none
 * @param headers each name, in any case, with its field lines in order
 * @param body the raw bytes, empty when there are none
 */
// A request is never compared with another.
@SuppressWarnings("ArrayRecordComponent")
public record SignedRequest(
    String method,
    String scheme,
    String authority,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** Folds the header names to one case. */
  public SignedRequest {
    Map<String, List<String>> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, lines) -> folded.merge(name, List.copyOf(lines), SignedRequest::join));
    headers = folded;
  }

  /** A header's field lines as one value, RFC 9421 section 2.1; empty when there are none. */
  String header(String name) {
    return headers.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .collect(Collectors.joining(", "));
  }

  boolean hasHeader(String name) {
    return headers.containsKey(name);
  }

  Target target() {
    return new Target(method, Target.normalAuthority(scheme, authority), path, query);
  }

  private static List<String> join(List<String> before, List<String> after) {
    return Stream.concat(before.stream(), after.stream()).toList();
  }

  /** Method and place, without headers or body. */
  @Override
  public String toString() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}

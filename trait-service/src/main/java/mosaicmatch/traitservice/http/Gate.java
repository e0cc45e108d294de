package mosaicmatch.traitservice.http;

import java.util.List;
import java.util.Map;
import mosaicmatch.signing.SignatureVerifier;
import mosaicmatch.signing.SignedRequest;
import mosaicmatch.signing.SigningKey;

/** Finds a call's route and lets it through if its signature, scope and content type are right. */
final class Gate {

  private final List<Route> routes;
  private final SignatureVerifier verifier;

  Gate(List<Route> routes, SignatureVerifier verifier) {
    this.routes = List.copyOf(routes);
    this.verifier = verifier;
  }

  /** A route and its placeholders' values. */
  record Found(Route route, Map<String, String> path) {}

  Found find(String method, String rawPath) {
    List<Found> matching =
        routes.stream()
            .flatMap(route -> route.match(rawPath).map(path -> new Found(route, path)).stream())
            .toList();
    if (matching.isEmpty()) {
      throw new RefusedCallException(404, "not_found", "there is nothing at this path");
    }
    return matching.stream()
        .filter(found -> found.route().method().equals(method))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedCallException(
                    405, "method_not_allowed", "this path does not take this method"));
  }

  Reply pass(Found found, SignedRequest request) {
    Route route = found.route();
    route.scope().ifPresent(scope -> checkScope(scope, verifier.verify(request)));
    checkContentType(request);
    Map<String, String> query = route.query(request.query());
    String accept = first(request, "Accept");
    return route.endpoint().answer(new Call(found.path(), query, accept, request.body()));
  }

  private static void checkScope(String scope, SigningKey key) {
    if (!key.scopes().contains(scope)) {
      throw new RefusedCallException(
          403, "scope_missing", "key " + key.keyid() + " lacks the scope " + scope);
    }
  }

  private static void checkContentType(SignedRequest request) {
    String type = first(request, "Content-Type").split(";", 2)[0].strip();
    if (request.body().length > 0 && !type.equalsIgnoreCase(Reply.JSON)) {
      throw new RefusedCallException(
          415, "unsupported_media_type", "the body must be application/json");
    }
  }

  private static String first(SignedRequest request, String header) {
    return request.headers().getOrDefault(header, List.of("")).getFirst();
  }
}

package mosaicmatch.local.gate;

import java.util.Optional;
import java.util.regex.Pattern;
import mosaicmatch.local.http.Call;

/**
 * What a request's Authorization header says of its caller (Signature Version 4, "credential
 * scope").
 *
 * @param accessKeyId whose key it is
 * @param service the name of the service that it is signed for
 */
record Credential(String accessKeyId, String service) {

  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/,\\s]+)/\\d{8}/[^/,\\s]+/([a-z0-9-]+)/aws4_request");

  static Optional<Credential> of(Call call) {
    return call.header("authorization")
        .map(SCOPE::matcher)
        .filter(found -> found.find())
        .map(found -> new Credential(found.group(1), found.group(2)));
  }

  @Override
  public String toString() {
    return "Credential[service=" + service + "]";
  }
}

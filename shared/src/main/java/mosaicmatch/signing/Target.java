package mosaicmatch.signing;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** What a request is aimed at, in the normal forms of RFC 9421 section 2.2. */
record Target(String method, String authority, String path, String query) {

  Target {
    path = path.isEmpty() ? "/" : path;
  }

  static Target of(String method, URI uri) {
    URI ascii = URI.create(uri.toASCIIString());
    if (ascii.getScheme() == null || ascii.getHost() == null) {
      throw new IllegalArgumentException("a signed request needs an absolute http or https URI");
    }
    String port = ascii.getPort() < 0 ? "" : ":" + ascii.getPort();
    return new Target(
        method,
        normalAuthority(ascii.getScheme(), ascii.getHost() + port),
        ascii.getRawPath(),
        Objects.requireNonNullElse(ascii.getRawQuery(), ""));
  }

  /** Lower case, without the scheme's own port (RFC 9421 section 2.2.3). */
  static String normalAuthority(String scheme, String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    String ownPort = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
    return lower.endsWith(ownPort) ? lower.substring(0, lower.length() - ownPort.length()) : lower;
  }
}

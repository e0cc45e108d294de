package mosaicmatch.traitservice;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names by which callers may address this service, known once its port is. */
final class OwnAuthorities implements Predicate<String> {

  private static final int HTTP_PORT = 80;

  private final String host;
  private final Set<String> named;
  private volatile Set<String> authorities;

  OwnAuthorities(TraitServiceSettings settings) {
    this.host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    this.named =
        settings.authorities().stream()
            .map(authority -> authority.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    this.authorities = named;
  }

  void listeningOn(int port) {
    if (named.isEmpty()) {
      String suffix = port == HTTP_PORT ? "" : ":" + port;
      authorities =
          Stream.of(host, "localhost")
              .map(name -> name.toLowerCase(Locale.ROOT) + suffix)
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  @Override
  public boolean test(String authority) {
    return authorities.contains(authority);
  }
}

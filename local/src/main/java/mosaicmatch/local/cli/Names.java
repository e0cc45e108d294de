package mosaicmatch.local.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Names in a line, not too many of them. */
final class Names {

  private Names() {}

  static String of(List<?> names, int most) {
    var told = names.stream().limit(most).map(String::valueOf).collect(Collectors.joining(", "));
    return names.size() > most ? told + " and " + (names.size() - most) + " more" : told;
  }
}

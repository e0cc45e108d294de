package mosaicmatch.local.deployed;

import java.util.Collection;

/** There is no stack of that name. */
public final class UnknownStackException extends RuntimeException {

  UnknownStackException(String name, String region, Collection<String> known) {
    super(
        "there is no stack %s in %s%s"
            .formatted(
                name, region, known.isEmpty() ? "" : "; there are: " + String.join(", ", known)));
  }
}

package mosaicmatch.local.deployed;

import java.util.Collection;

/** There is no profile of that name in AWS's files. */
public final class UnknownProfileException extends RuntimeException {

  UnknownProfileException(String name, Collection<String> known) {
    super(
        "there is no AWS profile %s; there %s"
            .formatted(name, known.isEmpty() ? "are none" : "are: " + String.join(", ", known)));
  }
}

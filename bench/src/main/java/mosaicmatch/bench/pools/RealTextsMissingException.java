package mosaicmatch.bench.pools;

import java.nio.file.Path;

/** There are no real texts, or too few, to measure with. */
public final class RealTextsMissingException extends RuntimeException {

  RealTextsMissingException(Path file, int found, int wanted) {
    super(
        "%d texts in %s, but %d are needed; bench/texts fetches them"
            .formatted(found, file, wanted));
  }
}

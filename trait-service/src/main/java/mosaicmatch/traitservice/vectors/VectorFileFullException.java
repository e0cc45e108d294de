package mosaicmatch.traitservice.vectors;

import java.nio.file.Path;

/** The disk under the vector file is full; what was to be written was not. */
public final class VectorFileFullException extends VectorFileUnwritableException {
  VectorFileFullException(Path path, Throwable cause) {
    super("the disk is full under " + path, cause);
  }
}

package mosaicmatch.traitservice.vectors;

import java.nio.file.Path;

/** Another process, or another part of this one, has the vector file open. */
public final class VectorFileInUseException extends RuntimeException {
  VectorFileInUseException(Path path) {
    super(path + " is in use by another trait service: stop that one, or give this one a folder");
  }
}

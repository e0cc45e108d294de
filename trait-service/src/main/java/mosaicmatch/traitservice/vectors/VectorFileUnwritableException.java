package mosaicmatch.traitservice.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The vector file can't be read or written; what was to be written was not acknowledged. */
public class VectorFileUnwritableException extends RuntimeException {

  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

  VectorFileUnwritableException(String message) {
    super(message);
  }

  VectorFileUnwritableException(String message, Throwable cause) {
    super(message, cause);
  }

  static VectorFileUnwritableException of(Path path, IOException cause) {
    String message = String.valueOf(cause.getMessage());
    return FULL.stream().anyMatch(message::contains)
        ? new VectorFileFullException(path, cause)
        : new VectorFileUnwritableException("reading or writing " + path + " failed", cause);
  }
}

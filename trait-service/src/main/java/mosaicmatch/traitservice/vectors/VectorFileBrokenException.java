package mosaicmatch.traitservice.vectors;

/** A vector file is damaged, or is none. Nothing was changed; it wants a person's eye. */
public final class VectorFileBrokenException extends RuntimeException {
  VectorFileBrokenException(String message) {
    super(message);
  }

  VectorFileBrokenException(String message, Throwable cause) {
    super(message, cause);
  }
}

package mosaicmatch.traitservice.registry;

/** A cursor that no page of this service gave. */
public final class BadCursorException extends RuntimeException {
  BadCursorException() {
    super("is not one that an earlier page gave");
  }
}

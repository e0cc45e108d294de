package mosaicmatch.local.stack;

/** A part of the system could not be closed; why is among the suppressed exceptions. */
public final class PartNotClosedException extends RuntimeException {

  PartNotClosedException() {
    super("a part of the system could not be closed in good order");
  }
}

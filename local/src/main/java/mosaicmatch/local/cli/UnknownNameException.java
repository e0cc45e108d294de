package mosaicmatch.local.cli;

/** A cycle, pair or execution that does not exist. */
final class UnknownNameException extends RuntimeException {

  UnknownNameException(String message) {
    super(message);
  }
}

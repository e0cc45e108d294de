package mosaicmatch.local.operate;

/** Something was asked for that does not exist, or must not be done now. Nothing was changed. */
public abstract class RefusedOperationException extends RuntimeException {

  RefusedOperationException(String message) {
    super(message);
  }
}

package mosaicmatch.traitservice.http;

/** The signing keys could not be read, so no signature can be checked. */
public final class SigningKeysUnavailableException extends RuntimeException {

  /** With what came in the way; its message must hold no secret. */
  public SigningKeysUnavailableException(Throwable cause) {
    super("the signing keys can't be read", cause);
  }
}

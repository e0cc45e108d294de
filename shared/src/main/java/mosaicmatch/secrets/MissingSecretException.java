package mosaicmatch.secrets;

/** A secret is not there, or is not what its reader needs; final. The message never quotes it. */
public final class MissingSecretException extends RuntimeException {

  /** Names the secret and what is needed. */
  public MissingSecretException(String name, String needed) {
    super("secret " + name + " must hold " + needed);
  }
}

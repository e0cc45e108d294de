package mosaicmatch.signing;

/** A request's signature was refused. The message names what was wrong, never a secret. */
public final class SignatureRefusedException extends RuntimeException {

  private final SignatureRefusal refusal;

  SignatureRefusedException(SignatureRefusal refusal, String message) {
    super(message);
    this.refusal = refusal;
  }

  /** The cause, for programs. */
  public SignatureRefusal refusal() {
    return refusal;
  }
}

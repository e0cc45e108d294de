package mosaicmatch.local.lambda;

/** A payload is not JSON. */
public final class PayloadNotJsonException extends InvocationRefusedException {

  PayloadNotJsonException() {
    super(400, "InvalidRequestContentException", "Could not parse request body into json");
  }
}

package mosaicmatch.local.lambda;

/** A payload has more bytes than Lambda takes. */
public final class PayloadTooLargeException extends InvocationRefusedException {

  PayloadTooLargeException(int limit) {
    super(
        413,
        "RequestTooLargeException",
        "Request must be smaller than %d bytes for the InvokeFunction operation".formatted(limit));
  }
}

package mosaicmatch.local.nakama;

/** An RPC refuses or fails; what a server module throws as {code, message}. */
final class RpcException extends RuntimeException {

  private final GrpcCode code;
  private final String reason;

  RpcException(GrpcCode code, String message) {
    super(message);
    this.code = code;
    this.reason = message;
  }

  GrpcCode code() {
    return code;
  }

  String reason() {
    return reason;
  }

  static RpcException invalid(String message) {
    return new RpcException(GrpcCode.INVALID_ARGUMENT, message);
  }
}

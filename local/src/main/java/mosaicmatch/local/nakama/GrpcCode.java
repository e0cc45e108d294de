package mosaicmatch.local.nakama;

/** The gRPC status codes in use here, with the HTTP status that Nakama's gateway gives each. */
enum GrpcCode {
  INVALID_ARGUMENT(3, 400),
  NOT_FOUND(5, 404),
  RESOURCE_EXHAUSTED(8, 429),
  ABORTED(10, 409),
  UNIMPLEMENTED(12, 501),
  INTERNAL(13, 500),
  UNAVAILABLE(14, 503),
  UNAUTHENTICATED(16, 401);

  final int code;
  final int httpStatus;

  GrpcCode(int code, int httpStatus) {
    this.code = code;
    this.httpStatus = httpStatus;
  }
}

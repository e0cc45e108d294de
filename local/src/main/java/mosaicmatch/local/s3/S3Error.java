package mosaicmatch.local.s3;

/** A request that S3 refuses: status, code and message go to the caller as XML. */
final class S3Error extends RuntimeException {

  private final int status;
  private final String code;

  private S3Error(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  static S3Error accessDenied() {
    return new S3Error(
        403,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.");
  }

  static S3Error noSuchBucket() {
    return new S3Error(404, "NoSuchBucket", "The specified bucket does not exist");
  }

  static S3Error noSuchKey() {
    return new S3Error(404, "NoSuchKey", "The specified key does not exist.");
  }

  static S3Error bucketExists() {
    return new S3Error(
        409,
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.");
  }

  static S3Error bucketNotEmpty() {
    return new S3Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
  }

  static S3Error invalidBucketName() {
    return new S3Error(400, "InvalidBucketName", "The specified bucket is not valid.");
  }

  static S3Error preconditionFailed() {
    return new S3Error(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }

  static S3Error invalidRange() {
    return new S3Error(416, "InvalidRange", "The requested range is not satisfiable");
  }

  static S3Error badDigest(String field) {
    return new S3Error(
        400, "BadDigest", "The " + field + " you specified did not match the calculated checksum.");
  }

  static S3Error incompleteBody(String why) {
    return new S3Error(400, "IncompleteBody", why);
  }

  static S3Error invalidRequest(String why) {
    return new S3Error(400, "InvalidRequest", why);
  }

  static S3Error invalidArgument(String why) {
    return new S3Error(400, "InvalidArgument", why);
  }

  static S3Error keyTooLong() {
    return new S3Error(400, "KeyTooLongError", "Your key is too long");
  }

  static S3Error malformedXml() {
    return new S3Error(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  static S3Error notImplemented() {
    return new S3Error(
        501,
        "NotImplemented",
        "A header or query you provided implies functionality that is not implemented");
  }

  static S3Error methodNotAllowed() {
    return new S3Error(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  }
}

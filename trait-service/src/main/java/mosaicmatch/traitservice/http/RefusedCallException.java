package mosaicmatch.traitservice.http;

import java.util.Optional;

/** A call that can't be done as it was asked: the answer it gets. Never quotes what was sent. */
final class RefusedCallException extends RuntimeException {

  private final int status;
  private final String code;
  private final Optional<String> field;

  RefusedCallException(int status, String code, String message) {
    this(status, code, message, Optional.empty());
  }

  private RefusedCallException(int status, String code, String message, Optional<String> field) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }

  static RefusedCallException wrongField(String field, String message) {
    return new RefusedCallException(400, "invalid_field", message, Optional.of(field));
  }

  static RefusedCallException missingField(String field) {
    return new RefusedCallException(400, "missing_field", "must be there", Optional.of(field));
  }

  static RefusedCallException unknownField(String field) {
    return new RefusedCallException(400, "unknown_field", "is not known here", Optional.of(field));
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Optional<String> field() {
    return field;
  }
}

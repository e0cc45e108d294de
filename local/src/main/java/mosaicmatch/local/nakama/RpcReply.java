package mosaicmatch.local.nakama;

import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to an {@link RpcRequest}. */
record RpcReply(int status, String contentType, String body) {

  private static final String JSON = "application/json";

  static RpcReply json(Object value) {
    return new RpcReply(200, JSON, Json.write(value));
  }

  static RpcReply raw(String contentType, String body) {
    return new RpcReply(200, contentType, body);
  }

  /** A refusal by the server itself that tells its message twice, as a few of them do. */
  static RpcReply refused(GrpcCode code, String message) {
    return error(code, Map.of("error", message), message);
  }

  /** A refusal by the server itself with just code and message. */
  static RpcReply plain(GrpcCode code, String message) {
    return error(code, Map.of(), message);
  }

  /** What a module threw. */
  static RpcReply thrown(String rpc, GrpcCode code, String message) {
    return error(code, Map.of("error", Map.of("stackTrace", "at " + rpc)), message);
  }

  private static RpcReply error(GrpcCode code, Map<String, Object> more, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code.code);
    body.putAll(more);
    body.put("message", message);
    return new RpcReply(code.httpStatus, JSON, Json.write(body));
  }
}

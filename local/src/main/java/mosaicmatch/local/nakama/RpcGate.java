package mosaicmatch.local.nakama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Between HTTP and the RPCs: the order of its checks is a real Nakama's. */
record RpcGate(HttpKey key, Map<String, Rpc> rpcs) {

  private static final String NOT_A_STRING =
      "json: cannot unmarshal object into Go value of type string";

  RpcReply answer(RpcRequest request) {
    if (!request.method().equals("POST") && !request.method().equals("GET")) {
      return RpcReply.plain(GrpcCode.UNIMPLEMENTED, "Method Not Allowed");
    }
    Optional<RpcReply> refusal = key.refusal(request);
    return refusal.isPresent() ? refusal.get() : answerTrusted(request);
  }

  private RpcReply answerTrusted(RpcRequest request) {
    if (request.name().isEmpty()) {
      return RpcReply.refused(GrpcCode.INVALID_ARGUMENT, "RPC ID must be set");
    }
    return Optional.ofNullable(rpcs.get(request.name()))
        .map(rpc -> answer(rpc, request))
        .orElseGet(() -> RpcReply.refused(GrpcCode.NOT_FOUND, "RPC function not found"));
  }

  private static RpcReply answer(Rpc rpc, RpcRequest request) {
    Optional<byte[]> body = request.bytes();
    if (body.isEmpty()) {
      return RpcReply.plain(GrpcCode.INVALID_ARGUMENT, "http: request body too large");
    }
    return payload(request, body.get())
        .map(payload -> call(rpc, request, payload))
        .orElseGet(() -> RpcReply.refused(GrpcCode.INVALID_ARGUMENT, NOT_A_STRING));
  }

  /** The text for the RPC, or empty if the body should be a JSON string and is none. */
  private static Optional<String> payload(RpcRequest request, byte[] body) {
    String text = request.method().equals("POST") ? new String(body, StandardCharsets.UTF_8) : "";
    return request.unwrap() || text.isEmpty() ? Optional.of(text) : unwrapped(text);
  }

  private static Optional<String> unwrapped(String text) {
    try {
      return Optional.of(Json.MAPPER.readTree(text))
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static RpcReply call(Rpc rpc, RpcRequest request, String payload) {
    try {
      Object result = rpc.call(Payload.parse(payload));
      return success(request, Json.write(result));
    } catch (RpcException e) {
      return RpcReply.thrown(request.name(), e.code(), e.reason());
    } catch (LogUnwritableException e) {
      return RpcReply.thrown(request.name(), GrpcCode.INTERNAL, named(e));
    }
  }

  /** As a real module's uncaught error reads: its kind, then its message. */
  private static String named(RuntimeException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static RpcReply success(RpcRequest request, String result) {
    return request.unwrap()
        ? RpcReply.raw(request.contentType().orElse("text/plain"), result)
        : RpcReply.json(Map.of("payload", result));
  }
}

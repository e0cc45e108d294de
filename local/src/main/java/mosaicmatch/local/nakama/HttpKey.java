package mosaicmatch.local.nakama;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** The key that lets servers call RPCs. */
record HttpKey(String value) {

  private static final String BASIC = "Basic ";

  /** Why a request may not go on, if it may not; the query parameter is looked at first. */
  Optional<RpcReply> refusal(RpcRequest request) {
    if (request.queryKey().isPresent()) {
      return unlessMine(request.queryKey().get());
    }
    if (request.authorization().isEmpty()) {
      return Optional.of(unauthenticated("Auth token or HTTP key required"));
    }
    return basicUser(request.authorization().get())
        .map(this::unlessMine)
        .orElseGet(() -> Optional.of(unauthenticated("Auth token invalid")));
  }

  private Optional<RpcReply> unlessMine(String presented) {
    return isMine(presented) ? Optional.empty() : Optional.of(unauthenticated("HTTP key invalid"));
  }

  private boolean isMine(String presented) {
    return MessageDigest.isEqual(utf8(presented), utf8(value));
  }

  private static Optional<String> basicUser(String authorization) {
    if (!authorization.startsWith(BASIC)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
      String credentials = new String(decoded, StandardCharsets.UTF_8);
      int colon = credentials.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(credentials.substring(0, colon));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static RpcReply unauthenticated(String message) {
    return RpcReply.refused(GrpcCode.UNAUTHENTICATED, message);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "HttpKey[hidden]";
  }
}

package mosaicmatch.local.nakama;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP request under /v2/rpc/.
 *
 * @param name the RPC, in lower case: names are the same in any case
 * @param queryKey the query parameter http_key, if it is not empty
 * @param unwrap whether the query parameter unwrap is there, with or without a value
 */
record RpcRequest(
    String method,
    String name,
    Optional<String> queryKey,
    boolean unwrap,
    Optional<String> authorization,
    Optional<String> contentType,
    InputStream body) {

  static final int MOST_BYTES = 256 * 1024;

  RpcRequest {
    name = name.toLowerCase(Locale.ROOT);
    queryKey = queryKey.filter(key -> !key.isEmpty());
  }

  /**
   * The body, or empty if it has more than {@link #MOST_BYTES}.
   *
   * @throws UncheckedIOException if the connection breaks
   */
  Optional<byte[]> bytes() {
    try {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

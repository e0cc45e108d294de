package mosaicmatch.traitservice.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a body of bounded size in bounded time. */
final class BodyReader {

  private static final int MAX_BODY = 1024 * 1024;
  private static final int CHUNK = 16 * 1024;
  private static final Duration MAX_TIME = Duration.ofSeconds(20);

  private BodyReader() {}

  static byte[] read(ServerRequest request) {
    long declared =
        request.headers().first(HeaderNames.CONTENT_LENGTH).map(BodyReader::length).orElse(0L);
    if (declared > MAX_BODY) {
      throw tooLarge();
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      return read(in);
    } catch (RefusedCallException e) {
      throw e;
    } catch (IOException | RuntimeException _) {
      // A body that breaks off ends in one of the server's own runtime exceptions.
      throw new RefusedCallException(400, "body_unreadable", "the body ended too early");
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    long start = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      body.write(chunk, 0, n);
      if (body.size() > MAX_BODY) {
        throw tooLarge();
      }
      if (System.nanoTime() - start > MAX_TIME.toNanos()) {
        throw new RefusedCallException(408, "body_too_slow", "the body took too long to arrive");
      }
    }
    return body.toByteArray();
  }

  private static long length(String header) {
    return header.matches("\\d{1,18}") ? Long.parseLong(header) : Long.MAX_VALUE;
  }

  private static RefusedCallException tooLarge() {
    return new RefusedCallException(413, "body_too_large", "the body must have at most 1 MiB");
  }
}

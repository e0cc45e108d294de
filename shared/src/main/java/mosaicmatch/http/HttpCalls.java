package mosaicmatch.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to one service: no redirects, a bound on each answer's time and size. */
public final class HttpCalls {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final long maxBodyBytes;

  /** For a service whose answers are not larger than so many bytes. */
  public HttpCalls(long maxBodyBytes) {
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @param deadline for all of it; the client's own time-out ends with the headers
   * @throws IOException if there is no whole answer in time, or it is too large
   */
  public Reply send(HttpRequest request, Duration deadline) throws IOException {
    var answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBodyBytes));
    try {
      var response = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(
          response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer within " + deadline.toMillis() + " ms");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for an answer");
    } catch (ExecutionException e) {
      throw new IOException("no answer", e.getCause());
    }
  }
}

package mosaicmatch.traitservice.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import mosaicmatch.signing.RequestSigner;
import mosaicmatch.signing.SigningKey;

/** Calls a service over HTTP with one key. */
public final class SignedClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final RequestSigner signer;

  public SignedClient(URI base, SigningKey key, InstantSource clock) {
    this.base = base;
    this.signer = RequestSigner.withRandomNonces(key, clock);
  }

  /** An answer: its status, headers and body. */
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public byte[] bytes() {
      return response.body();
    }

    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new IllegalStateException(text(), e);
      }
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String error() {
      return status() + " " + json().path("error").asText();
    }
  }

  public Answer get(String path) {
    return send(signed("GET", path, ""));
  }

  public Answer delete(String path) {
    return send(signed("DELETE", path, ""));
  }

  public Answer put(String path) {
    return send(signed("PUT", path, ""));
  }

  public Answer post(String path, String json) {
    return send(signed("POST", path, json));
  }

  /** A signed request that can still be changed. */
  public HttpRequest.Builder signed(String method, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request = unsigned(method, path, body);
    signer.sign(method, base.resolve(path), bytes).asMap().forEach(request::setHeader);
    return request;
  }

  /** The same with a body that need not be text. */
  public HttpRequest.Builder signedBytes(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        unsigned(method, path, "")
            .method(method, BodyPublishers.ofByteArray(body))
            .setHeader("Content-Type", "application/json");
    signer.sign(method, base.resolve(path), body).asMap().forEach(request::setHeader);
    return request;
  }

  public HttpRequest.Builder unsigned(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return body.isEmpty() ? request : request.setHeader("Content-Type", "application/json");
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}

package mosaicmatch.local.cycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mosaicmatch.local.people.Person;
import mosaicmatch.signing.RequestSigner;

/** What players ask of the trait service; here in their place, signed as Nakama would sign it. */
public final class PlayerRequests {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;

  private final URI traits;
  private final RequestSigner signer;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /** Towards the trait service, with the players' key. */
  public PlayerRequests(URI traits, RequestSigner signer) {
    this.traits = traits;
    this.signer = signer;
  }

  /**
   * Opts somebody in with what their chats say about them.
   *
   * @throws OptInFailedException if the service refuses it, is busy or can't be reached
   * @throws InterruptedException if the thread was told to stop
   */
  public void optIn(Person person) throws InterruptedException {
    var answer = send(person);
    if (answer.statusCode() != OK) {
      throw new OptInFailedException(
          person.userId(),
          "status " + answer.statusCode(),
          answer.statusCode() == TOO_MANY_REQUESTS);
    }
  }

  private HttpResponse<Void> send(Person person) throws InterruptedException {
    try {
      return http.send(request(person), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new OptInFailedException(person.userId(), e.toString(), false);
    }
  }

  private HttpRequest request(Person person) {
    var uri = traits.resolve("/user/" + encoded(person.userId()) + "/opt-in-embedding");
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("text", person.text())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(DEADLINE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    signer.sign("POST", uri, body).asMap().forEach(request::header);
    return request.build();
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}

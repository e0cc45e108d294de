package mosaicmatch.local.proof.real;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import mosaicmatch.local.gate.AwsGate;
import mosaicmatch.local.gate.AwsService;
import mosaicmatch.local.http.Call;
import mosaicmatch.local.http.LoopbackServer;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;

/** The ways from functions to the tables and to Nakama, on which a test may meddle with calls. */
final class PortWires implements AutoCloseable {

  private static final int LARGEST_BODY = 4 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicReference<PortCall.Meddler> meddler =
      new AtomicReference<>(PortCall.Meddler.none());
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI nakama;
  private final LoopbackServer wire;

  /** Over a gate, and in front of the stand-in for Nakama. */
  PortWires(AwsGate gate, URI nakama) {
    this.nakama = nakama;
    gate.interpose(AwsService.DYNAMODB, this::toTables);
    wire = LoopbackServer.start(Place.anywhere("the way to Nakama"), this::toNakama);
  }

  /** Where functions are to call Nakama. */
  URI nakama() {
    return wire.uri();
  }

  /** Has all calls from now on meddled with. */
  void meddle(PortCall.Meddler with) {
    meddler.set(with);
  }

  private Service toTables(Service tables) {
    return call -> {
      var body = call.bytes(LARGEST_BODY);
      var target = call.header("x-amz-target").orElse("");
      return meddler
          .get()
          .meddle(
              new PortCall("DynamoDB", target.substring(target.indexOf('.') + 1), text(body)),
              () -> tables.answer(again(call, body)));
    };
  }

  private Reply toNakama(Call call) throws IOException {
    var body = call.bytes(LARGEST_BODY);
    var rpc = call.rawPath().substring(call.rawPath().lastIndexOf('/') + 1);
    return meddler.get().meddle(new PortCall("Nakama", rpc, text(body)), () -> send(call, body));
  }

  private Reply send(Call call, byte[] body) throws IOException {
    var request =
        HttpRequest.newBuilder(nakama.resolve(call.rawPath() + "?unwrap"))
            .timeout(PATIENCE)
            .header("Authorization", call.header("authorization").orElse(""))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      var type = answer.headers().firstValue("content-type").orElse("application/json");
      return Reply.withFields(answer.statusCode(), Map.of("Content-Type", type), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for Nakama", e);
    }
  }

  private static Call again(Call call, byte[] body) {
    return new Call(
        call.method(),
        call.rawPath(),
        call.query(),
        call.headers(),
        new ByteArrayInputStream(body));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    wire.close();
    http.close();
  }
}

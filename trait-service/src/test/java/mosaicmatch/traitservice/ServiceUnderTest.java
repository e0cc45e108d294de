package mosaicmatch.traitservice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import mosaicmatch.signing.SigningKey;
import mosaicmatch.signing.SigningKeys;
import mosaicmatch.traitservice.http.SignedClient;

/** A whole service on a free port, its clock driven by hand, and clients of each kind. */
public final class ServiceUnderTest implements AutoCloseable {

  public static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
  public static final SigningKey BATCH =
      new SigningKey("batch-1", "batch-secret-batch-secret-batch-secret", Set.of("match", "erase"));
  public static final SigningKey NAKAMA =
      new SigningKey("nakama-1", "nakama-secret-nakama-secret-nakama-secr", Set.of("player"));

  public final AtomicReference<Instant> now = new AtomicReference<>(START);
  public final AtomicReference<SigningKeys> keys =
      new AtomicReference<>(new SigningKeys(List.of(BATCH, NAKAMA)));
  public final WordHashModel model = new WordHashModel();
  public final TraitService service;
  public final SignedClient batch;
  public final SignedClient nakama;

  public ServiceUnderTest(Path folder) {
    TraitServiceSettings settings =
        new TraitServiceSettings(
            "127.0.0.1",
            0,
            Set.of(),
            folder,
            LocalDynamoDb.seekersTable(),
            LocalDynamoDb.noncesTable(),
            Duration.ofDays(30),
            1,
            2);
    service =
        TraitService.start(
            settings, new TraitServiceParts(LocalDynamoDb.client(), model, keys::get, now::get));
    batch = client(BATCH);
    nakama = client(NAKAMA);
  }

  public SignedClient client(SigningKey key) {
    return new SignedClient(service.url(), key, now::get);
  }

  /** Opts a person in and gives the opt-in's time. */
  public long optIn(String id, String text) {
    return nakama
        .post("/user/" + id + "/opt-in-embedding", "{\"text\":\"" + text + "\"}")
        .json()
        .path("opted_in_at")
        .asLong();
  }

  @Override
  public void close() {
    batch.close();
    nakama.close();
    service.close();
  }
}

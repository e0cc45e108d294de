package mosaicmatch.traitservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mosaicmatch.signing.SigningKeys;
import mosaicmatch.traitservice.http.PortUnavailableException;
import mosaicmatch.traitservice.http.SignedClient;
import mosaicmatch.traitservice.registry.SeekerTable;
import mosaicmatch.traitservice.vectors.VectorFileInUseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraitServiceTest {

  @TempDir Path folder;

  @Test
  void aTakenPortFailsAtStartAndLeavesTheFolderFree() {
    try (ServiceUnderTest first = new ServiceUnderTest(folder.resolve("a"))) {
      TraitServiceSettings taken =
          TraitServiceSettings.usual(first.service.url().getPort(), folder.resolve("b"));
      assertThatThrownBy(() -> TraitService.start(taken, parts()))
          .isInstanceOf(PortUnavailableException.class)
          .hasMessageContaining(Integer.toString(taken.port()));
      new ServiceUnderTest(folder.resolve("b")).close();
    }
  }

  @Test
  void twoServicesDoNotShareAFolder() {
    try (ServiceUnderTest first = new ServiceUnderTest(folder)) {
      assertThat(first.service.url().getHost()).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> new ServiceUnderTest(folder))
          .isInstanceOf(VectorFileInUseException.class);
    }
  }

  @Test
  void aTableThatIsNotThereIsAPassingTroubleForTheCaller() {
    TraitServiceSettings settings = TraitServiceSettings.usual(0, folder);
    try (TraitService service = TraitService.start(settings, parts());
        SignedClient client =
            new SignedClient(service.url(), ServiceUnderTest.NAKAMA, InstantSource.system())) {
      SignedClient.Answer answer = client.get("/user/ana/status");
      assertThat(answer.error()).isEqualTo("503 store_unavailable");
      assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
      assertThat(answer.text()).doesNotContain(SeekerTable.DEFAULT_NAME);
    }
  }

  @Test
  void whenTooManyTextsWaitACallerIsToldWhenToComeBack() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (ServiceUnderTest test = new ServiceUnderTest(folder);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      test.model.held = end;
      CompletionService<SignedClient.Answer> calls = new ExecutorCompletionService<>(callers);
      // There is room for one at work and two that wait.
      for (String id : List.of("a", "b", "c", "d")) {
        String path = "/user/" + id + "/opt-in-embedding";
        calls.submit(() -> test.nakama.post(path, "{\"text\":\"rain\"}"));
      }
      SignedClient.Answer turnedAway = calls.take().get();
      assertThat(turnedAway.error()).isEqualTo("429 too_many_requests");
      assertThat(turnedAway.response().headers().firstValue("Retry-After")).contains("1");
      end.countDown();
      for (int i = 0; i < 3; i++) {
        assertThat(calls.take().get().status()).isEqualTo(200);
      }
    }
  }

  private static TraitServiceParts parts() {
    return new TraitServiceParts(
        LocalDynamoDb.client(),
        new WordHashModel(),
        () -> new SigningKeys(List.of(ServiceUnderTest.NAKAMA)),
        InstantSource.system());
  }

  @Test
  void theFolderIsMadeIfItIsNotThere() {
    Path deep = folder.resolve("x").resolve("y");
    new ServiceUnderTest(deep).close();
    assertThat(Files.exists(deep.resolve("vectors.log"))).isTrue();
  }
}

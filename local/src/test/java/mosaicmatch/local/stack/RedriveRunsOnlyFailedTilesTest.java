package mosaicmatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.time.EngineTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import mosaicmatch.local.gate.AwsService;
import mosaicmatch.local.http.Reply;
import mosaicmatch.local.http.Service;
import mosaicmatch.local.people.PeopleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 7, where pairing is distributed. */
class RedriveRunsOnlyFailedTilesTest {

  private static final int PEOPLE = 20;
  private static final String BAD = "tile-001-002.mmt";

  @TempDir private Path folder;

  private final AtomicBoolean broken = new AtomicBoolean(true);
  private final List<String> written = new CopyOnWriteArrayList<>();

  /** The bucket, which refuses one tile for as long as it is broken. */
  private Service breaking(Service bucket) {
    return call -> {
      if (!call.method().equals("PUT") || !call.rawPath().endsWith(".mmt")) {
        return bucket.answer(call);
      }
      var name = call.rawPath().substring(call.rawPath().lastIndexOf('/') + 1);
      if (broken.get() && name.equals(BAD)) {
        return Reply.of(400, "text/plain", "refused by the test");
      }
      written.add(name);
      return bucket.answer(call);
    };
  }

  @Test
  void thenThePlanIsMadeAndEverybodyIsMatchedOnce() throws Exception {
    try (var system =
        new TiledCycle(folder.resolve("home"), 5, EngineTime.leaping(Instant.now()))) {
      system.optIn(PeopleFile.sample().people().subList(0, PEOPLE));
      system.stack().gate().interpose(AwsService.S3, this::breaking);

      var execution = system.start("{\"pairing\": \"distributed\", \"threshold\": 0.1}");
      assertThat(TiledCycle.untilEnd(execution).statusAsString()).isEqualTo("FAILED");
      assertThat(execution.currentState()).contains("ScoreTiles");
      assertThat(written).isNotEmpty().doesNotContain(BAD);

      broken.set(false);
      execution.redrive();
      var output = TiledCycle.output(execution);
      assertThat(output.at("/plan/pairs").asInt()).isPositive();
      assertThat(written).hasSize(10).doesNotHaveDuplicates().contains(BAD);
    }
  }
}

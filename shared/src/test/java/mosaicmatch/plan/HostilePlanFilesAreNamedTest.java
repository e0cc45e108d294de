package mosaicmatch.plan;

import static mosaicmatch.plan.SomePairs.CYCLE;
import static mosaicmatch.plan.SomePairs.optIn;
import static mosaicmatch.plan.SomePairs.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a cycle's file holds: it is read, or refused by its name. */
@Timeout(300)
class HostilePlanFilesAreNamedTest {

  private static final int CASES = 300;

  private final HostileSearch search =
      HostileSearch.named("hostile-plan-files", getClass()).refusingBy(BrokenFileException.class);

  /** Hands out the same bytes under every key. */
  private record OneFile(byte[] bytes) implements CycleFiles {

    @Override
    public void put(String key, Path file) {
      throw new AssertionError("a reader writes");
    }

    @Override
    public InputStream open(String key) {
      return new ByteArrayInputStream(bytes);
    }
  }

  @Test
  void everyFileOfACycleIsReadOrRefusedByItsName() {
    var store = new InMemoryPlanStore();
    var pool =
        store.writePool(
            CYCLE,
            List.of(
                PlanStoreContract.seeker("zoë"), PlanStoreContract.seeker("ada", "ben", "cleo")),
            List.of(
                new LeftOutSeeker(
                    optIn("eva").userId(), SomePairs.OPTED_IN, LeftOutSeeker.Reason.CONSUMED)));
    var plan = store.writePlan(PlanStoreContract.draft());
    var retry =
        store.writeRetry(
            CYCLE,
            List.of(pair("ada", "ben"), new UnmatchedBatch(CYCLE, List.of(optIn("eva"))))
                .iterator());
    lines(store, pool, FiledPlans::pool);
    lines(store, pool.replace("seekers", "left-out"), FiledPlans::leftOut);
    lines(store, plan.pairsKey(), FiledPlans::pairs);
    lines(store, plan.unmatchedKey(), FiledPlans::unmatched);
    lines(store, retry.key(), FiledPlans::retry);
    var document = new String(store.contents(plan.key()), StandardCharsets.UTF_8);
    search.search(
        "plan.json",
        CASES,
        random -> HostileJson.of(document, random),
        input -> assertThat(plansOf(input).plan("plan.json")).isNotNull());
    byte[] vectors = store.contents(store.plan(plan.key()).vectorsKey());
    search.search(
        "vectors.mmv",
        2 * CASES,
        random -> HostileBytes.of(vectors, random),
        input -> assertThat(plansOf(input).vectors("vectors.mmv")).doesNotContainValue(null));
    search.search(
        "compared lines",
        CASES / 2,
        random -> HostileBytes.of(store.contents(plan.pairsKey()), random),
        input ->
            plansOf(input)
                .compare("pairs.jsonl", PlanStoreContract.draft().pairs().iterator())
                .ifPresent(difference -> assertThat(difference.line()).isPositive()));
    mapResults();
    mutants(document, vectors);
    search.end();
  }

  private static FiledPlans plansOf(HostileInput input) {
    return new FiledPlans(new OneFile(input.bytes()));
  }

  private interface Lines {
    Stream<?> of(FiledPlans plans, String key);
  }

  private void lines(InMemoryPlanStore store, String key, Lines reader) {
    var name = key.substring(key.lastIndexOf('/') + 1);
    var valid = new String(store.contents(key), StandardCharsets.UTF_8);
    long others = valid.lines().count() - 1;
    search.search(
        name,
        CASES,
        random -> HostileJson.ofLines(valid, random),
        input -> {
          try (var lines = reader.of(plansOf(input), name)) {
            var read = lines.toList();
            assertThat(read).as("lines").doesNotContainNull();
            if (input.mutation().startsWith("line ")) {
              assertThat(read.size()).as("the other lines").isGreaterThanOrEqualTo((int) others);
            }
          }
        });
  }

  private void mapResults() {
    var manifest =
        "{\"DestinationBucket\":\"b\",\"MapRunArn\":\"arn\",\"ResultFiles\":{\"FAILED\":"
            + "[{\"Key\":\"results/FAILED_0.json\",\"Size\":10}],\"PENDING\":[],\"SUCCEEDED\":[]}}";
    var child =
        "[{\"ExecutionArn\":\"arn\",\"Input\":\"{\\\"Items\\\":[{\\\"user_id\\\":\\\"eva\\\","
            + "\\\"opted_in_at\\\":1795311842841}]}\",\"Status\":\"FAILED\"}]";
    search.search(
        "manifest.json",
        CASES,
        random -> HostileJson.of(manifest, random),
        input -> read(Map.of("manifest.json", input.bytes()), child));
    search.search(
        "FAILED_0.json",
        CASES,
        random -> HostileJson.of(child, random),
        input ->
            read(Map.of("manifest.json", manifest.getBytes(StandardCharsets.UTF_8)), input.text()));
    var batch = "{\"Items\":[{\"user_id\":\"eva\",\"opted_in_at\":1795311842841}]}";
    search.search(
        "a child's input",
        CASES,
        random -> HostileJson.of(batch, random),
        input ->
            read(
                Map.of("manifest.json", manifest.getBytes(StandardCharsets.UTF_8)),
                "[{\"Input\":" + new ObjectMapper().writeValueAsString(input.text()) + "}]"));
  }

  private static void read(Map<String, byte[]> known, String child) {
    var files = new HashMap<>(known);
    CycleFiles all =
        new CycleFiles() {
          @Override
          public void put(String key, Path file) {
            throw new AssertionError("a reader writes");
          }

          @Override
          public InputStream open(String key) {
            return new ByteArrayInputStream(
                files.getOrDefault(key, child.getBytes(StandardCharsets.UTF_8)));
          }
        };
    try (var batches = new FiledPlans(all).failedBatches(CYCLE, "manifest.json")) {
      assertThat(batches.toList()).allSatisfy(batch -> assertThat(batch.seekers()).isNotEmpty());
    }
  }

  /** Readers that trust what they read. */
  private void mutants(String document, byte[] vectors) {
    search.notices(
        "plan read by a mapper that lets fields be missing",
        CASES,
        random -> HostileJson.of(document, random),
        input -> {
          Function<byte[], String> lenient = bytes -> new String(bytes, StandardCharsets.UTF_8);
          var read = new ObjectMapper().readTree(lenient.apply(input.bytes()));
          assertThat(read.get("settings").size()).isNotNegative();
        });
    search.notices(
        "vectors read by their count, unchecked",
        CASES,
        random -> HostileBytes.of(vectors, random),
        input -> {
          var in = ByteBuffer.wrap(input.bytes());
          in.position(4);
          var room = new float[Integer.reverseBytes(in.getInt())][];
          assertThat(room.length).isNotNegative();
        });
  }

  /** Found by the search: it was taken for an outage, and tried again for ever. */
  @Test
  void aDamagedVectorFileIsNoOutage() {
    var damaged = new HostileInput("MMV1".getBytes(StandardCharsets.US_ASCII), "broken off");
    assertThatThrownBy(() -> plansOf(damaged).vectors("vectors.mmv"))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage("file vectors.mmv: breaks off");
  }

  /** Found by the search: what came after the list was left out in silence. */
  @Test
  void aListInAFileOfLinesIsRefused() throws Exception {
    var line = new ObjectMapper().writeValueAsString(Map.of("user_id", "ada"));
    var file = new HostileInput(("[]\n" + line).getBytes(StandardCharsets.UTF_8), "a list first");
    assertThatThrownBy(() -> plansOf(file).pool("seekers.jsonl").toList())
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("line 1");
  }

  /** Found by the search: an empty manifest told of no failures. */
  @Test
  void aManifestWithoutResultsIsRefused() {
    assertThatThrownBy(() -> read(Map.of("manifest.json", new byte[0]), "[]"))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("ResultFiles");
  }
}

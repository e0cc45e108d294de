package mosaicmatch.plan;

import static mosaicmatch.plan.SomePairs.CYCLE;
import static mosaicmatch.plan.SomePairs.OPTED_IN;
import static mosaicmatch.plan.SomePairs.optIn;
import static mosaicmatch.plan.SomePairs.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.LeftOutSeeker.Reason;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every plan store does. */
abstract class PlanStoreContract {

  PlanStore store;

  abstract PlanStore open();

  /** Stores a file as a map's result writer would. */
  abstract void put(String key, String text);

  @BeforeEach
  void openStore() {
    store = open();
  }

  static Seeker seeker(String id, String... excluded) {
    return new Seeker(
        new SeekerId(id),
        OPTED_IN,
        2,
        0.25,
        Stream.of(excluded).map(SeekerId::new).collect(java.util.stream.Collectors.toSet()));
  }

  static PlanDraft draft() {
    var vectors = new LinkedHashMap<SeekerId, float[]>();
    vectors.put(new SeekerId("zoë"), new float[] {1, -0.5f, Float.MIN_VALUE});
    vectors.put(new SeekerId("ada"), new float[] {0, 0.25f, 3e8f});
    return new PlanDraft(
        CYCLE,
        "cycles/x/pool/y/seekers.jsonl",
        Instant.parse("2026-11-22T02:00:01.234Z"),
        "priority-greedy/1",
        Map.of("threshold", "0.35"),
        Map.of("left_out", 4L),
        Map.of("mean_similarity", 0.5),
        vectors,
        List.of(pair("ada", "ben"), pair("cleo", "dan")),
        List.of(
            new UnmatchedSeeker(
                CYCLE,
                new SeekerId("eva"),
                OPTED_IN,
                UnmatchedReason.PARTNERS_TAKEN,
                Optional.of(0.5)),
            new UnmatchedSeeker(
                CYCLE,
                new SeekerId("fred"),
                OPTED_IN,
                UnmatchedReason.ODD_ONE_OUT,
                Optional.empty())));
  }

  @Test
  void aPoolIsReadInTheOrderInWhichItWasWritten() {
    var seekers = List.of(seeker("zoë"), seeker("ada", "ben", "cleo"));
    var key = store.writePool(CYCLE, seekers);
    assertThat(key).startsWith("cycles/" + CYCLE + "/pool/").endsWith("/seekers.jsonl");
    try (var read = store.pool(key)) {
      assertThat(read).containsExactlyElementsOf(seekers);
    }
  }

  @Test
  void whoIsLeftOutOfAPoolIsKeptBesideIt() {
    var leftOut =
        List.of(
            new LeftOutSeeker(new SeekerId("eva"), OPTED_IN, Reason.LIVE_CLAIM),
            new LeftOutSeeker(new SeekerId("fay"), OPTED_IN, Reason.OVER_LIMIT));
    var key = store.writePool(CYCLE, List.of(seeker("ada")), leftOut);
    try (var read = store.leftOut(key);
        var pool = store.pool(key)) {
      assertThat(read).containsExactlyElementsOf(leftOut);
      assertThat(pool).containsExactly(seeker("ada"));
    }
  }

  @Test
  void aPoolThatKeptNobodyBesideItLeftNobodyOut() {
    try (var read = store.leftOut(store.writePool(CYCLE, List.of(seeker("ada"))))) {
      assertThat(read).isEmpty();
    }
  }

  @Test
  void anEmptyPoolIsRead() {
    try (var read = store.pool(store.writePool(CYCLE, List.of()))) {
      assertThat(read).isEmpty();
    }
  }

  @Test
  void noTwoFilesShareAKey() {
    assertThat(store.writePool(CYCLE, List.of())).isNotEqualTo(store.writePool(CYCLE, List.of()));
  }

  @Test
  void aPlanIsReadAsItWasWritten() {
    var draft = draft();
    var plan = store.writePlan(draft);
    assertThat(plan)
        .extracting(Plan::pairs, Plan::unmatched, Plan::leftOut, Plan::adopted)
        .containsExactly(2, 2, 4, false);
    var document = store.plan(plan.key());
    assertThat(document)
        .isEqualTo(
            new PlanDocument(
                CYCLE,
                draft.poolKey(),
                plan.pairsKey(),
                plan.unmatchedKey(),
                document.vectorsKey(),
                draft.clock(),
                draft.algorithm(),
                draft.settings(),
                draft.counts(),
                draft.scores()));
    try (var pairs = store.pairs(plan.pairsKey())) {
      assertThat(pairs).containsExactlyElementsOf(draft.pairs());
    }
    try (var unmatched = store.unmatched(plan.unmatchedKey())) {
      assertThat(unmatched).containsExactlyElementsOf(draft.unmatched());
    }
    var vectors = store.vectors(document.vectorsKey());
    assertThat(vectors.keySet()).containsExactlyElementsOf(draft.vectors().keySet());
    draft.vectors().forEach((id, vector) -> assertThat(vectors.get(id)).isEqualTo(vector));
  }

  @Test
  void aRetryListHoldsPairsAndBatches() {
    var items = List.of(pair("ada", "ben"), new UnmatchedBatch(CYCLE, List.of(optIn("eva"))));
    var list = store.writeRetry(CYCLE, items.iterator());
    assertThat(list)
        .extracting(RetryList::items, RetryList::pairs, RetryList::unmatchedBatches)
        .containsExactly(2, 1, 1);
    try (var read = store.retry(list.key())) {
      assertThat(read).containsExactlyElementsOf(items);
    }
  }

  @Test
  void aWorkFileIsReadAsItWasLastWritten() {
    var folder = store.freshFolder(CYCLE, "pairing");
    assertThat(folder).startsWith("cycles/" + CYCLE + "/pairing/").endsWith("/");
    assertThat(store.freshFolder(CYCLE, "pairing")).isNotEqualTo(folder);
    var key = store.write(folder + "work", out -> out.write(1));
    assertThat(store.write(key, out -> out.write(2))).isEqualTo(key);
    byte[] read = store.read(key, InputStream::readAllBytes);
    assertThat(read).containsExactly(2);
    assertThatThrownBy(() -> store.read(folder + "none", InputStream::readAllBytes))
        .isInstanceOf(MissingFileException.class)
        .hasMessageContaining(folder + "none");
  }

  @Test
  void workIsReadLineByLine() {
    var key = store.freshFolder(CYCLE, "pairing") + "work.jsonl";
    var work = List.of(optIn("ada"), optIn("ben"));
    store.writeLines(key, work.iterator());
    try (var read = store.readLines(key, OptIn.class)) {
      assertThat(read).containsExactlyElementsOf(work);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> store.pairs("cycles/nowhere.jsonl").close())
        .isInstanceOf(MissingFileException.class)
        .hasMessageContaining("cycles/nowhere.jsonl");
  }

  @Test
  void aBrokenLineIsNamedWithoutItsContents() {
    put("broken.jsonl", "\n{\"kind\":\"pair\",\"secret\":\"hush\"}\n");
    assertThatThrownBy(
            () -> {
              try (var lines = store.pairs("broken.jsonl")) {
                lines.forEach(line -> {});
              }
            })
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("broken.jsonl")
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aTruncatedVectorFileIsNamed() {
    put("vectors.mmv", "MMV1\1\0\0\0");
    assertThatThrownBy(() -> store.vectors("vectors.mmv")).hasMessageContaining("vectors.mmv");
  }

  @Test
  void failedAndPendingBatchesAreReadFromAMapsResults() {
    put(
        "results/manifest.json",
        """
        {"DestinationBucket":"b","MapRunArn":"arn:m","ResultFiles":{
          "FAILED":[{"Key":"results/FAILED_0.json","Size":1}],
          "PENDING":[{"Key":"results/PENDING_0.json","Size":1}],
          "SUCCEEDED":[{"Key":"results/SUCCEEDED_0.json","Size":1}]}}
        """);
    put("results/FAILED_0.json", "[" + child("seekers", "ada") + "," + child("Items", "ben") + "]");
    put("results/PENDING_0.json", "[" + child("seekers", "cleo") + "]");
    try (var batches = store.failedBatches(CYCLE, "results/manifest.json")) {
      assertThat(batches)
          .containsExactly(
              new UnmatchedBatch(CYCLE, List.of(optIn("ada"))),
              new UnmatchedBatch(CYCLE, List.of(optIn("ben"))),
              new UnmatchedBatch(CYCLE, List.of(optIn("cleo"))));
    }
  }

  @Test
  void aMapWithoutFailuresHasNoFailedBatches() {
    put("manifest.json", "{\"ResultFiles\":{\"FAILED\":[],\"PENDING\":[],\"SUCCEEDED\":[]}}");
    try (var batches = store.failedBatches(CYCLE, "manifest.json")) {
      assertThat(batches).isEmpty();
    }
  }

  @Test
  void aChildWithoutABatchIsNamed() {
    put("manifest.json", "{\"ResultFiles\":{\"FAILED\":[{\"Key\":\"failed.json\"}]}}");
    for (var input :
        Set.of("{}", "nonsense", "{\\\"seekers\\\":[{\\\"user_id\\\":\\\"ada\\\"}]}")) {
      put("failed.json", "[{\"Input\":\"" + input + "\"}]");
      assertThatThrownBy(
              () -> {
                try (var batches = store.failedBatches(CYCLE, "manifest.json")) {
                  batches.forEach(batch -> {});
                }
              })
          .isInstanceOf(BrokenFileException.class)
          .hasMessageContaining("failed.json");
    }
  }

  private static String child(String field, String id) {
    return "{\"ExecutionArn\":\"arn\",\"Status\":\"FAILED\",\"Input\":\"{\\\"cycle\\\":{},\\\""
        + field
        + "\\\":[{\\\"kind\\\":\\\"seeker\\\",\\\"user_id\\\":\\\""
        + id
        + "\\\",\\\"opted_in_at\\\":"
        + OPTED_IN.toEpochMilli()
        + "}]}\"}";
  }
}

package mosaicmatch.plan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.json.Json;
import mosaicmatch.pool.LeftOutSeeker;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/** The plan store's formats and keys, over files wherever they are kept. */
class FiledPlans implements PlanStore {

  private static final String SEEKERS = "seekers.jsonl";

  /** Beside a pool's seekers; missing where nobody was left out. */
  private static final String LEFT_OUT = "left-out.jsonl";

  private final CycleFiles files;

  FiledPlans(CycleFiles files) {
    this.files = files;
  }

  @Override
  public String writePool(CycleId cycle, List<Seeker> seekers, List<LeftOutSeeker> leftOut) {
    var folder = freshFolder(cycle, "pool");
    if (!leftOut.isEmpty()) {
      writeLines(folder + LEFT_OUT, leftOut.iterator());
    }
    return writeLines(folder + SEEKERS, seekers.iterator());
  }

  @Override
  public Stream<Seeker> pool(String poolKey) {
    return readLines(poolKey, Seeker.class);
  }

  @Override
  public Stream<LeftOutSeeker> leftOut(String poolKey) {
    var key = poolKey.substring(0, poolKey.lastIndexOf('/') + 1) + LEFT_OUT;
    try {
      return readLines(key, LeftOutSeeker.class);
    } catch (MissingFileException nobody) {
      return Stream.empty();
    }
  }

  @Override
  public Plan writePlan(PlanDraft draft) {
    var folder = freshFolder(draft.cycleId(), "plan");
    var document =
        new PlanDocument(
            draft.cycleId(),
            draft.poolKey(),
            writeLines(folder + "pairs.jsonl", draft.pairs().iterator()),
            writeLines(folder + "unmatched.jsonl", draft.unmatched().iterator()),
            write(folder + "vectors.mmv", out -> VectorFile.write(draft.vectors(), out)),
            draft.clock(),
            draft.algorithm(),
            draft.settings(),
            draft.counts(),
            draft.scores());
    // The document goes last: a plan with a key is a plan with all its files.
    return new Plan(
        write(folder + "plan.json", out -> out.write(Json.mapper().writeValueAsBytes(document))),
        document.pairsKey(),
        document.unmatchedKey(),
        draft.pairs().size(),
        draft.unmatched().size(),
        Math.toIntExact(draft.counts().getOrDefault("left_out", 0L)),
        false);
  }

  @Override
  public PlanDocument plan(String planKey) {
    return read(planKey, in -> Json.mapper().readValue(in, PlanDocument.class));
  }

  @Override
  public Stream<PlannedPair> pairs(String pairsKey) {
    return readLines(pairsKey, PlannedPair.class);
  }

  @Override
  public Stream<UnmatchedSeeker> unmatched(String unmatchedKey) {
    return readLines(unmatchedKey, UnmatchedSeeker.class);
  }

  @Override
  public Map<SeekerId, float[]> vectors(String vectorsKey) {
    return read(vectorsKey, in -> VectorFile.read(new BufferedInputStream(in)));
  }

  @Override
  public Optional<LineDifference> compare(String key, Iterator<?> values) {
    return read(key, in -> new LineComparison(in, values).first());
  }

  @Override
  public RetryList writeRetry(CycleId cycle, Iterator<? extends RetryItem> items) {
    var counted = new CountedItems(items);
    var key = writeLines(freshFolder(cycle, "retry") + "items.jsonl", counted);
    return counted.listed(key);
  }

  @Override
  public Stream<RetryItem> retry(String retryKey) {
    return readLines(retryKey, RetryItem.class);
  }

  @Override
  public Stream<UnmatchedBatch> failedBatches(CycleId cycle, String manifestKey) {
    return new MapResults(files).failedBatches(cycle, manifestKey);
  }

  @Override
  public String writeReport(CycleId cycle, String name, FileContents contents) {
    return write("cycles/" + cycle + "/report/" + name, contents);
  }

  @Override
  public String freshFolder(CycleId cycle, String kind) {
    return "cycles/" + cycle + "/" + kind + "/" + UUID.randomUUID() + "/";
  }

  @Override
  public String writeLines(String key, Iterator<?> lines) {
    return write(key, out -> JsonLines.write(lines, out));
  }

  @Override
  public <T> Stream<T> readLines(String key, Class<T> type) {
    return JsonLines.read(key, files.open(key), type);
  }

  /** By way of a temporary file: the store learns the length first, and may send it again. */
  @Override
  public String write(String key, FileContents contents) {
    try {
      var file = Files.createTempFile("mosaicmatch-", ".part");
      try {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
          contents.to(out);
        }
        files.put(key, file);
        return key;
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + key + " to the temporary folder", e);
    }
  }

  @Override
  public <T> T read(String key, FileReading<T> contents) {
    try (var in = files.open(key)) {
      return contents.from(in);
    } catch (IOException e) {
      throw JsonLines.broken(key, e);
    }
  }
}

package mosaicmatch.local.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mosaicmatch.plan.BrokenFileException;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person is erased from a file, or the file is refused by its name. */
@Timeout(300)
class HostileCycleFilesAreNotErasedByHalvesTest {

  private static final int CASES = 500;
  private static final SeekerId ANA = new SeekerId("ana");
  private static final String LINE =
      "{\"user_id\":\"ana\",\"opted_in_at\":1795312800000,\"excluded\":[\"bo\"]}";
  private static final String REST =
      "{\"user_id\":\"bo\",\"opted_in_at\":1795312800001,\"excluded\":[\"ana\",\"cy\"]}\n";

  @TempDir private Path folder;
  private final HostileSearch search =
      HostileSearch.named("hostile-erasures", getClass())
          .refusingBy(BrokenFileException.class)
          .hiding("confidential");

  @Test
  void everyFileIsRewrittenOrRefusedByItsName() throws IOException {
    search.search(
        "seekers.jsonl",
        CASES,
        random -> HostileJson.ofLines(LINE + "\n" + REST, random),
        input -> rewrite("seekers.jsonl", input));
    search.search(
        "FAILED_0.json",
        CASES,
        random ->
            HostileJson.of(
                "[{\"Input\":\"{\\\"Items\\\":["
                    + LINE.replace("\"", "\\\"")
                    + "]}\",\"Cause\":\"confidential ana\"},{\"Input\":\"{}\"}]",
                random),
        input -> rewrite("FAILED_0.json", input));
    search.search(
        "cycle.json",
        CASES,
        random -> HostileJson.of("{\"a\":" + LINE + ",\"b\":[" + LINE + "]}", random),
        input -> rewrite("cycle.json", input));
    byte[] vectors = vectors();
    search.search(
        "vectors.mmv",
        CASES,
        random -> HostileBytes.of(vectors, random),
        input -> rewrite("vectors.mmv", input));
    search.notices(
        "an erasure that looks for the name as it is usually written",
        CASES,
        random -> HostileJson.of(LINE, random),
        input -> assertThat(input.text().replace("\"ana\"", "")).doesNotContain("ana"));
    search.end();
  }

  private static byte[] vectors() throws IOException {
    Map<SeekerId, float[]> vectors = new LinkedHashMap<>();
    vectors.put(ANA, new float[] {1, 0, 0});
    vectors.put(new SeekerId("bo"), new float[] {0, 1, 0});
    var out = new ByteArrayOutputStream();
    VectorFile.write(vectors, out);
    return out.toByteArray();
  }

  private void rewrite(String key, HostileInput input) throws IOException {
    var to = folder.resolve("rewritten");
    Files.deleteIfExists(to);
    try {
      var ending = new FileErasure(ANA).rewrite(key, new ByteArrayInputStream(input.bytes()), to);
      boolean kept = ending == FileErasure.Ending.UNCHANGED;
      assertThat(new String(kept ? input.bytes() : Files.readAllBytes(to), StandardCharsets.UTF_8))
          .as("what is kept")
          .doesNotContain("\"user_id\":\"ana\"");
    } catch (BrokenFileException e) {
      assertThat(e).hasMessageContaining(key);
      throw e;
    }
  }

  /** A search is worth nothing over a part that refuses everything. */
  @Test
  void whatIsWellIsTaken() throws IOException {
    for (var key : new String[] {"seekers.jsonl", "FAILED_0.json", "cycle.json"}) {
      var text = key.equals("FAILED_0.json") ? "[" + LINE + "," + REST + "]" : LINE;
      rewrite(key, new HostileInput(text.getBytes(StandardCharsets.UTF_8), "none"));
    }
    rewrite("vectors.mmv", new HostileInput(vectors(), "none"));
  }

  /** Found by the search: the first of the two fields, or the second document, was kept. */
  @Test
  void aNameThatAReaderWouldPassOverIsNotKept() {
    var twice = LINE.replace("\"excluded\"", "\"user_id\":\"cy\",\"excluded\"");
    for (var text : new String[] {twice, "{} " + LINE}) {
      var file = new HostileInput(text.getBytes(StandardCharsets.UTF_8), "two in one");
      assertThatThrownBy(() -> rewrite("seekers.jsonl", file))
          .isInstanceOf(BrokenFileException.class);
      assertThatThrownBy(() -> rewrite("cycle.json", file)).isInstanceOf(BrokenFileException.class);
    }
  }
}

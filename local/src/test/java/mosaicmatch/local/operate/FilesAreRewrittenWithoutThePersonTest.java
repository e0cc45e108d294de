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
import mosaicmatch.local.operate.FileErasure.Ending;
import mosaicmatch.plan.BrokenFileException;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesAreRewrittenWithoutThePersonTest {

  private static final String ANN_BEN =
      "{\"kind\":\"pair\",\"cycle_id\":\"2026-11-22T02:00:00Z\",\"pair_key\":\"ann#ben\","
          + "\"user1\":{\"user_id\":\"ann\",\"opted_in_at\":1},"
          + "\"user2\":{\"user_id\":\"ben\",\"opted_in_at\":2},\"score\":0.12345678901234568}\n";
  private static final String CAM_DAN =
      "{\"kind\":\"pair\", \"pair_key\":\"cam#dan\",\"user1\":{\"user_id\":\"cam\"},"
          + "\"user2\":{\"user_id\":\"dan\"},\"score\":1.0E-7}\n";

  @TempDir private Path folder;

  private record Left(Ending ending, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Left erase(String person, String key, byte[] contents) throws IOException {
    var to = folder.resolve("left");
    var ending =
        new FileErasure(new SeekerId(person)).rewrite(key, new ByteArrayInputStream(contents), to);
    return new Left(ending, Files.readAllBytes(to));
  }

  private Left erase(String person, String key, String contents) throws IOException {
    return erase(person, key, contents.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void pairsWithThePersonGoAndTheOthersStayToTheByte() throws IOException {
    var left = erase("ben", "cycles/x/plan/y/pairs.jsonl", ANN_BEN + CAM_DAN);
    assertThat(left.ending()).isEqualTo(Ending.REWRITTEN);
    assertThat(left.text()).isEqualTo(CAM_DAN);
  }

  @Test
  void listWithoutThePersonIsLeftAlone() throws IOException {
    assertThat(erase("be", "pairs.jsonl", ANN_BEN + CAM_DAN).ending()).isEqualTo(Ending.UNCHANGED);
  }

  @Test
  void candidatesAreNumbersAndStay() throws IOException {
    var tile = "cycles/x/pairing/y/tile-000-001.mmt";
    assertThat(erase("MMT1", tile, "MMT1 MMT1").ending()).isEqualTo(Ending.UNCHANGED);
  }

  @Test
  void personsCalledLikeOurOwnWordsAreToldFromThem() throws IOException {
    for (var id : new String[] {"pair", "kind", "user_id", "00", "2026-11-22T02:00:00Z"}) {
      var left = erase(id, "pairs.jsonl", CAM_DAN);
      assertThat(left.text()).as(id).isEqualTo(CAM_DAN);
    }
    var about = "{\"kind\":\"pair\",\"pair_key\":\"cam#pair\"}\n";
    assertThat(erase("pair", "pairs.jsonl", about).text()).isEmpty();
  }

  @Test
  void othersForgetThatTheyMustNotMeetThePerson() throws IOException {
    var pool =
        "{\"user_id\":\"ann\",\"wait_boost\":0.5,\"excluded\":[\"ben\",\"cam\"]}\n"
            + "{\"user_id\":\"ben\",\"wait_boost\":1.0,\"excluded\":[]}\n";
    assertThat(erase("ben", "seekers.jsonl", pool).text())
        .isEqualTo("{\"user_id\":\"ann\",\"wait_boost\":0.5,\"excluded\":[\"cam\"]}\n");
    var alone = "{\"user_id\":\"ann\",\"excluded\":[\"ben\"]}\n";
    assertThat(erase("ben", "seekers.jsonl", alone).text())
        .isEqualTo("{\"user_id\":\"ann\",\"excluded\":[]}\n");
  }

  @Test
  void idsThatJsonEscapesAreFound() throws IOException {
    var line = "{\"user_id\":\"a\\\"b \\u00e9\"}\n";
    assertThat(erase("a\"b é", "seekers.jsonl", line).text()).isEmpty();
  }

  @Test
  void batchesOfTheRetryListGoOnWithTheOthers() throws IOException {
    var two =
        "{\"kind\":\"unmatched\",\"seekers\":[{\"user_id\":\"ann\"},{\"user_id\":\"ben\"}]}\n";
    assertThat(erase("ben", "items.jsonl", two).text())
        .isEqualTo("{\"kind\":\"unmatched\",\"seekers\":[{\"user_id\":\"ann\"}]}\n");
    var one = "{\"kind\":\"unmatched\",\"seekers\":[{\"user_id\":\"ben\"}]}\n";
    assertThat(erase("ben", "items.jsonl", one).text()).isEmpty();
  }

  @Test
  void childrenOfAMapAreReadInsideTheirInputs() throws IOException {
    var pairOfBen = child("{\"pair\":{\"user1\":{\"user_id\":\"ann\"},\"pair_key\":\"ann#ben\"}}");
    var pairOfCam = child("{\"pair\":{\"user1\":{\"user_id\":\"cam\"},\"pair_key\":\"cam#dan\"}}");
    var batch = child("{\"Items\":[{\"user_id\":\"ben\"},{\"user_id\":\"cam\"}]}");
    var left =
        erase("ben", "SUCCEEDED_0.json", "[" + String.join(",", pairOfBen, pairOfCam, batch) + "]");
    assertThat(left.text())
        .isEqualTo("[" + pairOfCam + "," + child("{\"Items\":[{\"user_id\":\"cam\"}]}") + "]");
  }

  private static String child(String input) {
    return "{\"Input\":\"" + input.replace("\"", "\\\"") + "\",\"Status\":\"SUCCEEDED\"}";
  }

  @Test
  void messagesOfErrorsMentionNobody() throws IOException {
    var failed = "[{\"Cause\":\"Nakama has no user ben, but ben-2\",\"Status\":\"FAILED\"}]";
    assertThat(erase("ben", "FAILED_0.json", failed).text())
        .isEqualTo(
            "[{\"Cause\":\"Nakama has no user (erased), but ben-2\",\"Status\":\"FAILED\"}]");
  }

  @Test
  void documentsKeepWhatIsNotAboutThePerson() throws IOException {
    var report = "{\"cycle_id\":\"x\",\"longest\":\"ben\",\"pairs\":[{\"pair_key\":\"ann#ben\"}]}";
    assertThat(erase("ben", "report.json", report).text())
        .isEqualTo("{\"cycle_id\":\"x\",\"longest\":\"(erased)\",\"pairs\":[]}");
    assertThat(erase("zoe", "report.json", report).ending()).isEqualTo(Ending.UNCHANGED);
  }

  @Test
  void vectorIsTakenOutAndTheOthersKeepTheirOrder() throws IOException {
    var vectors = new LinkedHashMap<SeekerId, float[]>();
    vectors.put(new SeekerId("zoë"), new float[] {1, 2});
    vectors.put(new SeekerId("ben"), new float[] {3, 4});
    vectors.put(new SeekerId("ann"), new float[] {5, 6});
    var all = bytes(vectors);
    vectors.remove(new SeekerId("ben"));
    assertThat(erase("ben", "vectors.mmv", all).bytes()).isEqualTo(bytes(vectors));
    assertThat(erase("cam", "vectors.mmv", all).ending()).isEqualTo(Ending.UNCHANGED);
  }

  private static byte[] bytes(LinkedHashMap<SeekerId, float[]> vectors) throws IOException {
    var out = new ByteArrayOutputStream();
    VectorFile.write(vectors, out);
    return out.toByteArray();
  }

  @Test
  void filesOfAnyOtherFormThatMentionThePersonAreDeleted() throws IOException {
    assertThat(erase("ben", "report.html", "<td>ben</td>").ending()).isEqualTo(Ending.DELETED);
    assertThat(erase("ben", "report.html", "<td>ben-2</td>").ending()).isEqualTo(Ending.UNCHANGED);
  }

  @Test
  void fileThatCanNotBeReadIsAnError() {
    assertThatThrownBy(() -> erase("ben", "pairs.jsonl", "{\"user_id\":"))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("pairs.jsonl");
    assertThatThrownBy(() -> erase("ben", "vectors.mmv", "MMV2"))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("vectors.mmv");
  }
}

package mosaicmatch.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a bucket's folder: it is an object, or refused by its file's name. */
@Timeout(300)
class HostileObjectFilesAreNamedTest {

  private static final int CASES = 200;
  private static final byte[] CONTENT = "what is stored".getBytes(StandardCharsets.UTF_8);
  private static final ObjectInfo INFO =
      new ObjectInfo(
          "cycles/2026-11-22T02:00:00Z/plan/x/plan.json",
          CONTENT.length,
          "0123456789abcdef0123456789abcdef",
          1_795_312_800_000L,
          Map.of("content-type", "application/json"),
          Map.of(ChecksumAlgorithm.CRC32, "AAAAAA=="));

  @TempDir private Path folder;
  private final HostileSearch search =
      HostileSearch.named("hostile-object-files", getClass()).refusingBy(IOException.class);

  @Test
  void everyFileIsAnObjectOrRefusedByItsName() throws IOException {
    var valid = new ByteArrayOutputStream();
    valid.writeBytes(CONTENT);
    ObjectFile.finish(valid, INFO);
    search.search(
        "an object's file",
        2 * CASES,
        random -> HostileBytes.of(valid.toByteArray(), random),
        this::open);
    var info = new ObjectMapper().writeValueAsString(INFO);
    search.search(
        "an object's info",
        CASES,
        random -> {
          var spoilt = HostileJson.of(info, random);
          return new HostileInput(with(spoilt.bytes()), spoilt.mutation());
        },
        this::open);
    search.notices(
        "a reader that trusts the length",
        CASES,
        random -> HostileBytes.of(valid.toByteArray(), random),
        input -> {
          var in = ByteBuffer.wrap(input.bytes());
          in.position(in.limit() - 8);
          assertThat(new byte[in.getInt()]).isNotNull();
        });
    search.end();
  }

  private static byte[] with(byte[] info) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(CONTENT);
    file.writeBytes(info);
    file.writeBytes(ByteBuffer.allocate(8).putInt(info.length).putInt(0x4D4F5333).array());
    return file.toByteArray();
  }

  private void open(HostileInput input) throws IOException {
    var objects = folder.resolve("bucket/objects");
    Files.createDirectories(objects);
    var file = Files.write(objects.resolve("one.object"), input.bytes());
    try {
      Buckets.open(folder)
          .get("bucket")
          .from("")
          .forEach(info -> assertThat(info.md5()).isNotNull());
      try (var object = ObjectFile.open(file)) {
        object.copy(0, object.info().size(), new ByteArrayOutputStream());
      }
    } catch (IOException e) {
      assertThat(e).hasMessage("not an object's file: one.object");
      assertThat(Files.readAllBytes(file)).isEqualTo(input.bytes());
      throw e;
    }
  }
}

package mosaicmatch.traitservice.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the vectors' file holds: it is read, or refused by its name and left as it is. */
@Timeout(300)
class HostileVectorFilesAreNamedTest {

  private static final int DIMENSIONS = 4;
  private static final int CASES = 700;

  @TempDir private Path folder;
  private final HostileSearch search =
      HostileSearch.named("hostile-vector-files", getClass())
          .refusingBy(VectorFileBrokenException.class);

  @Test
  void everyFileIsReadOrRefusedByItsName() throws IOException {
    byte[] valid = valid();
    search.search(
        "vectors.log",
        2 * CASES,
        random -> HostileBytes.of(valid, random),
        input -> read(input.bytes()));
    search.search(
        "a record with a checksum that fits",
        CASES,
        random -> {
          var payload = HostileBytes.of(payload(), random);
          return new HostileInput(with(payload.bytes()), payload.mutation());
        },
        input -> read(input.bytes()));
    search.search(
        "vectors.log of an index that opens",
        CASES / 10,
        random -> HostileBytes.of(valid, random),
        input -> open(input.bytes()));
    search.notices(
        "a reader that trusts a record's length",
        CASES,
        random -> HostileBytes.of(valid, random),
        input -> trusting(ByteBuffer.wrap(input.bytes()).order(ByteOrder.LITTLE_ENDIAN)));
    search.end();
  }

  private byte[] valid() throws IOException {
    var file = folder.resolve("valid/vectors.log");
    try (var index = VectorIndex.onFile(file, DIMENSIONS)) {
      for (var id : new String[] {"ana", "zoë", "bo"}) {
        var seeker = new SeekerId(id);
        index.put(
            new StoredVector(
                seeker, "model-1", TextHash.of(seeker, "text"), new float[] {0, 1, 0, 0}));
      }
    }
    return Files.readAllBytes(file);
  }

  /** What is in a record between its checksum and its end. */
  private static byte[] payload() {
    var id = new SeekerId("ana");
    var record =
        VectorRecord.write(
            new StoredVector(id, "model-1", TextHash.of(id, "t"), new float[] {0, 1, 0, 0}));
    return Arrays.copyOfRange(record.array(), VectorRecord.HEADER, record.limit());
  }

  private static byte[] with(byte[] payload) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(VectorFile.header(DIMENSIONS));
    file.writeBytes(
        ByteBuffer.allocate(VectorRecord.HEADER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(payload.length)
            .putInt(VectorRecord.checksum(payload))
            .array());
    file.writeBytes(payload);
    return file.toByteArray();
  }

  private void read(byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve("vectors.log"), bytes);
    try {
      new VectorFileReader(file, DIMENSIONS)
          .readInto(vector -> assertThat(vector.values()).hasSize(DIMENSIONS));
    } catch (VectorFileBrokenException e) {
      assertThat(e).hasMessageContaining(file.toString());
      throw e;
    }
  }

  private void open(byte[] bytes) throws IOException {
    var file = folder.resolve("opened/vectors.log");
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    try (var index = VectorIndex.onFile(file, DIMENSIONS)) {
      index.find(new SeekerId("ana")).ifPresent(found -> assertThat(found.values()).isNotEmpty());
    } catch (VectorFileBrokenException e) {
      assertThat(Files.readAllBytes(file)).as("a file that is refused").isEqualTo(bytes);
      throw e;
    }
  }

  private static void trusting(ByteBuffer in) {
    in.position(12);
    while (in.remaining() >= VectorRecord.HEADER) {
      byte[] payload = new byte[in.getInt()];
      in.getInt();
      in.get(payload);
    }
  }
}

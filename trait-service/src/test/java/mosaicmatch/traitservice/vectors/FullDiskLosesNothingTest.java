package mosaicmatch.traitservice.vectors;

import static mosaicmatch.traitservice.vectors.VectorIndexContract.ANA;
import static mosaicmatch.traitservice.vectors.VectorIndexContract.BO;
import static mosaicmatch.traitservice.vectors.VectorIndexContract.DIMENSIONS;
import static mosaicmatch.traitservice.vectors.VectorIndexContract.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskLosesNothingTest {

  @TempDir Path folder;
  private final Disk disk = new Disk();
  private VectorIndex index;

  /** A disk with so much room, whose trouble can be chosen. */
  private static final class Disk {
    private int room = Integer.MAX_VALUE;
    private boolean truncates = true;
    private boolean forces = true;

    AppendChannel open(Path path) throws IOException {
      AppendChannel real = AppendChannel.toFile(path);
      return new AppendChannel() {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
          int fits = Math.min(room, bytes.remaining());
          real.write(bytes.slice(bytes.position(), fits));
          if (fits < bytes.remaining()) {
            throw new IOException("No space left on device");
          }
        }

        @Override
        public void force() throws IOException {
          if (!forces) {
            throw new IOException("Input/output error");
          }
          real.force();
        }

        @Override
        public long size() throws IOException {
          return real.size();
        }

        @Override
        public void truncate(long size) throws IOException {
          if (!truncates) {
            throw new IOException("Input/output error");
          }
          real.truncate(size);
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }
  }

  @BeforeEach
  void open() {
    index = FileVectorIndex.open(folder.resolve("vectors.log"), DIMENSIONS, disk::open);
    index.put(vector(ANA, 1, 0, 0, 0));
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void reopen() {
    index.close();
    disk.room = Integer.MAX_VALUE;
    disk.truncates = true;
    disk.forces = true;
    index = FileVectorIndex.open(folder.resolve("vectors.log"), DIMENSIONS, disk::open);
  }

  @Test
  void aPutThatFindsNoRoomIsNamedAndLeavesAllAsItWas() {
    disk.room = 20;
    assertThatThrownBy(() -> index.put(vector(BO, 0, 1, 0, 0)))
        .isInstanceOf(VectorFileFullException.class);
    assertThatThrownBy(() -> index.put(vector(ANA, 0, 1, 0, 0)))
        .isInstanceOf(VectorFileFullException.class);
    assertThat(index.find(BO)).isEmpty();
    assertThat(index.find(ANA)).contains(vector(ANA, 1, 0, 0, 0));
  }

  @Test
  void whenThereIsRoomAgainItGoesOn() {
    disk.room = 20;
    assertThatThrownBy(() -> index.put(vector(BO, 0, 1, 0, 0)))
        .isInstanceOf(VectorFileFullException.class);
    disk.room = Integer.MAX_VALUE;
    index.put(vector(BO, 0, 0, 1, 0));
    reopen();
    assertThat(index.find(BO)).contains(vector(BO, 0, 0, 1, 0));
    assertThat(index.find(ANA)).isPresent();
  }

  @Test
  void anErasureThatFindsNoRoomIsNotAcknowledged() {
    disk.room = 5;
    assertThatThrownBy(() -> index.remove(ANA)).isInstanceOf(VectorFileFullException.class);
    assertThat(index.find(ANA)).isPresent();
    reopen();
    assertThat(index.find(ANA)).isPresent();
  }

  @Test
  void anEndThatNobodyKnowsIsNotWrittenOn() {
    disk.room = 20;
    disk.truncates = false;
    assertThatThrownBy(() -> index.put(vector(BO, 0, 1, 0, 0)))
        .isInstanceOf(VectorFileUnwritableException.class);
    disk.room = Integer.MAX_VALUE;
    assertThatThrownBy(() -> index.put(vector(BO, 0, 1, 0, 0)))
        .isInstanceOf(VectorFileUnwritableException.class)
        .hasMessageContaining("restart");
    reopen();
    assertThat(index.find(ANA)).isPresent();
    assertThat(index.find(BO)).isEmpty();
  }

  @Test
  void whatTheDiskDidNotConfirmIsNotAcknowledged() {
    disk.forces = false;
    assertThatThrownBy(() -> index.put(vector(BO, 0, 1, 0, 0)))
        .isInstanceOf(VectorFileUnwritableException.class);
    assertThat(index.find(BO)).isEmpty();
    reopen();
    assertThat(index.find(ANA)).isPresent();
  }

  @Test
  void theSystemsOwnWordForAFullDiskIsUnderstood() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs a device that is always full");
    try (AppendChannel channel = AppendChannel.toFile(full)) {
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOfSatisfying(
              IOException.class,
              e ->
                  assertThat(VectorFileUnwritableException.of(full, e))
                      .isInstanceOf(VectorFileFullException.class));
    }
  }
}

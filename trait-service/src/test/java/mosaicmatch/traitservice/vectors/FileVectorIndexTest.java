package mosaicmatch.traitservice.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVectorIndexTest extends VectorIndexContract {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("sub").resolve("vectors.log");
  }

  @Override
  VectorIndex index() {
    return VectorIndex.onFile(file(), DIMENSIONS);
  }

  private void reopen() {
    index.close();
    index = index();
  }

  @Test
  void whatWasAcknowledgedIsThereAgainAfterACrash() throws IOException {
    index.put(vector(ANA, 1, 0, 0, 0));
    index.put(vector(BO, 0, 1, 0, 0));
    index.put(vector(ANA, 0, 0, 1, 0));
    byte[] atTheCrash = Files.readAllBytes(file());
    index.close();
    Files.write(file(), atTheCrash);
    index = index();
    assertThat(index.find(ANA)).contains(vector(ANA, 0, 0, 1, 0));
    assertThat(index.find(BO)).contains(vector(BO, 0, 1, 0, 0));
  }

  @Test
  void aTornLastRecordIsDroppedWhereverItWasTorn() throws IOException {
    index.put(vector(ANA, 1, 0, 0, 0));
    long whole = Files.size(file());
    index.put(vector(BO, 0, 1, 0, 0));
    byte[] all = Files.readAllBytes(file());
    for (int end = (int) whole + 1; end < all.length; end++) {
      index.close();
      Files.write(file(), Arrays.copyOf(all, end));
      index = index();
      assertThat(index.find(ANA)).as("torn at %d", end).isPresent();
      assertThat(index.find(BO)).as("torn at %d", end).isEmpty();
      index.put(vector(BO, 0, 0, 0, 1));
      reopen();
      assertThat(index.find(BO)).contains(vector(BO, 0, 0, 0, 1));
    }
  }

  @Test
  void aLastRecordOfZerosIsDropped() throws IOException {
    index.put(vector(ANA, 1, 0, 0, 0));
    byte[] all = Files.readAllBytes(file());
    index.close();
    Files.write(file(), Arrays.copyOf(all, all.length + 40));
    index = index();
    assertThat(index.find(ANA)).isPresent();
  }

  @Test
  void damageBeforeTheLastRecordIsNeverPassedOver() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      index.put(unit(new SeekerId("s" + i), random));
    }
    index.close();
    byte[] all = Files.readAllBytes(file());
    int step = 7;
    for (int at = 0; at < all.length / 2; at += step) {
      byte[] damaged = all.clone();
      damaged[at] ^= 0x40;
      Files.write(file(), damaged);
      assertThatThrownBy(this::index)
          .as("damaged at %d", at)
          .isInstanceOf(VectorFileBrokenException.class);
      assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }
    Files.write(file(), all);
    index = index();
  }

  @Test
  void recordsThatNoLongerCountAreGoneWhenTheFileIsOpenedAgain() throws IOException {
    index.put(vector(ANA, 1, 0, 0, 0));
    long one = Files.size(file());
    for (int i = 0; i < 10; i++) {
      index.put(vector(ANA, 0, 1, 0, 0));
    }
    assertThat(Files.size(file())).isGreaterThan(one);
    reopen();
    assertThat(Files.size(file())).isEqualTo(one);
    assertThat(index.find(ANA)).contains(vector(ANA, 0, 1, 0, 0));
  }

  @Test
  void whoeverIsRemovedIsGoneFromTheDiskAtOnce() throws IOException {
    SeekerId erased = new SeekerId("someone-to-forget");
    index.put(vector(erased, 1, 0, 0, 0));
    index.put(vector(BO, 0, 1, 0, 0));
    index.remove(erased);
    assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
        .doesNotContain(erased.value());
    index.put(vector(ANA, 0, 0, 1, 0));
    reopen();
    assertThat(index.find(erased)).isEmpty();
    assertThat(index.find(BO)).isPresent();
    assertThat(index.find(ANA)).isPresent();
  }

  @Test
  void theTextIsNotInTheFile() throws IOException {
    index.put(
        new StoredVector(
            ANA, "m", TextHash.of(ANA, "Likes rain and Brahms"), new float[] {1, 0, 0, 0}));
    assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
        .doesNotContain("Brahms");
  }

  @Test
  void aSecondOpenerIsTurnedAway() {
    assertThatThrownBy(this::index).isInstanceOf(VectorFileInUseException.class);
  }

  @Test
  void aFileOfOtherDimensionsIsNotTouched() {
    index.put(vector(ANA, 1, 0, 0, 0));
    index.close();
    assertThatThrownBy(() -> VectorIndex.onFile(file(), DIMENSIONS + 1))
        .isInstanceOf(VectorFileBrokenException.class)
        .hasMessageContaining("dimensions");
    index = index();
    assertThat(index.find(ANA)).isPresent();
  }

  @Test
  void aFolderThatCanNotBeMadeIsNamed() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> VectorIndex.onFile(inTheWay.resolve("vectors.log"), DIMENSIONS))
        .isInstanceOf(VectorFileUnwritableException.class)
        .hasMessageContaining(inTheWay.toString());
  }
}

package mosaicmatch.bench.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealTextsAreEmbeddedOnceTest {

  @TempDir Path folder;

  @Test
  void theSecondTimeTheyAreRead() throws Exception {
    Files.writeString(
        folder.resolve("descriptions"),
        """
        Description-en: plays music in the dark
        Package: two
        Description-en: counts the words of a letter
        """);
    var embedded = RealTexts.embeddings(folder, 2);
    assertThat(embedded).hasDimensions(2, 384);
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".f32"))).hasSize(1);
    }
    assertThat(RealTexts.embeddings(folder, 2)).isDeepEqualTo(embedded);
  }

  @Test
  void tooFewAreNoTexts() {
    assertThatThrownBy(() -> RealTexts.embeddings(folder, 1))
        .isInstanceOf(RealTextsMissingException.class)
        .hasMessageContaining("bench/texts");
  }
}

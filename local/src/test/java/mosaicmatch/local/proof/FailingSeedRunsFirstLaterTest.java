package mosaicmatch.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingSeedRunsFirstLaterTest {

  @TempDir private Path folder;

  @Test
  void seedIsKeptOnceWithWhatItBroke() throws Exception {
    var file = Files.writeString(folder.resolve("seeds.txt"), "# those that failed\n");
    var seeds = new FailingSeeds(file);
    seeds.add(7, "3: no room of ann#ben\n  and its trace");
    seeds.add(7, "3: again");
    seeds.add(9, "4: held for ever");
    assertThat(seeds.read()).containsExactly(7L, 9L);
    assertThat(file).content().contains("7 # 3: no room of ann#ben").doesNotContain("trace");
  }
}

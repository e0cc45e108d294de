package mosaicmatch.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesAreUnpackedOnceTest {

  @TempDir private Path folder;

  private Path jar(String entry, String content) throws IOException {
    var jar = folder.resolve("some-fn.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void theSameJarIsUnpackedOnceAndANewOneAgain() throws IOException {
    var first = TaskRoot.of(jar("a/b.txt", "one"));
    assertThat(first.resolve("a/b.txt")).hasContent("one");
    Files.writeString(first.resolve("kept.txt"), "still there");
    assertThat(TaskRoot.of(folder.resolve("some-fn.jar")).resolve("kept.txt")).exists();

    var second = TaskRoot.of(jar("a/b.txt", "another"));
    assertThat(second).isNotEqualTo(first);
    assertThat(second.resolve("a/b.txt")).hasContent("another");
    assertThat(first).doesNotExist();
  }

  @Test
  void anEntryOutsideOfTheJarIsRefused() throws IOException {
    var jar = jar("../../evil.txt", "x");
    assertThatThrownBy(() -> TaskRoot.of(jar)).hasMessageContaining("evil.txt");
  }

  @Test
  void aMissingJarIsNamedWithWhatBuildsIt() {
    assertThatThrownBy(() -> TaskRoot.of(folder.resolve("no-fn.jar")))
        .isInstanceOf(JarMissingException.class)
        .hasMessageContaining("no-fn.jar")
        .hasMessageContaining("./mvnw package");
  }

  @Test
  void aLogThatGrewTooLongIsPutAside() throws IOException {
    var log = Files.writeString(folder.resolve("x.log"), "long enough");
    ChildLog.file(log, 5);
    assertThat(log).doesNotExist();
    assertThat(folder.resolve("x.log.1")).hasContent("long enough");
  }
}

package mosaicmatch.local.people;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFileIsNamedTest {

  @TempDir private Path folder;

  @Test
  void missingFile() {
    assertThatThrownBy(() -> PeopleFile.read(folder.resolve("nobody.jsonl")))
        .isInstanceOf(UnreadablePeopleFileException.class)
        .hasMessageContaining("nobody.jsonl: there is no such file");
  }

  @Test
  void folder() {
    assertThatThrownBy(() -> PeopleFile.read(folder))
        .isInstanceOf(UnreadablePeopleFileException.class)
        .hasMessageEndingWith("it is a folder");
  }

  @Test
  void emptyFileSaysWhatALineLooksLike() throws IOException {
    var empty = Files.writeString(folder.resolve("empty.jsonl"), "\uFEFF\n \r\n");
    assertThatThrownBy(() -> PeopleFile.read(empty))
        .isInstanceOf(EmptyPeopleFileException.class)
        .hasMessageContaining("empty.jsonl is empty")
        .hasMessageContaining("{\"user_id\": \"anna-7\"");
  }
}

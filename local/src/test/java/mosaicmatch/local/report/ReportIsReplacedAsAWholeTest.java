package mosaicmatch.local.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIsReplacedAsAWholeTest {

  @TempDir private Path folder;

  @Test
  void writtenPageIsThePageAndNothingElseIsLeftBehind() throws IOException {
    var file = folder.resolve("reports/new/cycle.html");
    ReportFile.write(file, Reports.ofPair("one", "other"));
    ReportFile.write(file, Reports.ofSample());
    assertThat(file).hasContent(ReportPage.of(Reports.ofSample()));
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void fileThatCannotBeWrittenIsNamedAndTheDraftIsGone() throws IOException {
    var occupied = Files.createDirectories(folder.resolve("cycle.html/inside")).getParent();
    assertThatThrownBy(() -> ReportFile.write(occupied, Reports.ofSample()))
        .isInstanceOf(ReportNotWrittenException.class)
        .hasMessageContaining("cycle.html");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(occupied);
    }
  }

  @Test
  void folderThatIsAFileIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("reports"), "a file");
    assertThatThrownBy(() -> ReportFile.write(file.resolve("cycle.html"), Reports.ofSample()))
        .isInstanceOf(ReportNotWrittenException.class);
  }
}

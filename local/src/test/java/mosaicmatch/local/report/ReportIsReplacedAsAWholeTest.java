package mosaicmatch.local.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mosaicmatch.report.CycleReport;
import mosaicmatch.report.ReportPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIsReplacedAsAWholeTest {

  @TempDir private Path folder;

  @Test
  void writtenPageIsThePageAndNothingElseIsLeftBehind() throws IOException {
    var file = folder.resolve("reports/new/cycle.html");
    ReportFile.write(file, report("one"));
    ReportFile.write(file, report("other"));
    assertThat(file).hasContent(ReportPage.of(report("other")));
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void fileThatCannotBeWrittenIsNamedAndTheDraftIsGone() throws IOException {
    var occupied = Files.createDirectories(folder.resolve("cycle.html/inside")).getParent();
    assertThatThrownBy(() -> ReportFile.write(occupied, report("other")))
        .isInstanceOf(ReportNotWrittenException.class)
        .hasMessageContaining("cycle.html");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(occupied);
    }
  }

  @Test
  void folderThatIsAFileIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("reports"), "a file");
    assertThatThrownBy(() -> ReportFile.write(file.resolve("cycle.html"), report("other")))
        .isInstanceOf(ReportNotWrittenException.class);
  }

  private static CycleReport report(String execution) {
    return new CycleReport(
        "2026-11-22T02:00:00Z",
        execution,
        false,
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }
}

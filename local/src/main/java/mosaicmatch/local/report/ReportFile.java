package mosaicmatch.local.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mosaicmatch.report.CycleReport;
import mosaicmatch.report.ReportPage;

/** The report of a cycle on disk. */
public final class ReportFile {

  private ReportFile() {}

  /**
   * Writes the page, replacing an earlier one as a whole: whoever opens the file sees the old page
   * or the new one, never a part. Folders on the way are made.
   *
   * @throws ReportNotWrittenException if the disk is full, the folder not writable …
   */
  public static void write(Path file, CycleReport report) {
    var page = ReportPage.of(report);
    try {
      var folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      replace(Files.createTempFile(folder, ".report-", ".html"), file, page);
    } catch (IOException e) {
      throw new ReportNotWrittenException(file, e);
    }
  }

  private static void replace(Path draft, Path file, String page) throws IOException {
    try {
      Files.writeString(draft, page);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}

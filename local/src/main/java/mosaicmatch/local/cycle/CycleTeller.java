package mosaicmatch.local.cycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.report.ReportFile;
import mosaicmatch.report.CycleReports;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Tells how an execution's cycle ended: gathers the outcome and writes the report. */
public final class CycleTeller {

  private final CycleStores stores;
  private final CycleReports writer;
  private final Path reports;

  /**
   * Over these stores.
   *
   * @param reports the folder for report pages, made if it is not there
   */
  public CycleTeller(CycleStores stores, KnownTexts texts, Path reports) {
    this.stores = stores;
    this.writer =
        new CycleReports(
            stores.plans(), stores.trail(), user -> Optional.of(texts.of(user.value())));
    this.reports = reports;
  }

  /**
   * The outcome of an execution that ended.
   *
   * @throws IOException if the report can't be written
   */
  public CycleOutcome tell(Execution execution, DescribeExecutionResponse ended)
      throws IOException {
    var cycle = stores.records().findByExecution(execution.arn());
    if (cycle.isEmpty()) {
      return CycleOutcome.skipped(ended);
    }
    var report = writer.report(cycle.get(), execution.reported());
    Files.createDirectories(reports);
    var page = reports.resolve(fileName(cycle.get().cycleId()));
    ReportFile.write(page, report);
    return CycleOutcome.of(ended, report, page);
  }

  /** What the page of a cycle is called; colons are not allowed in file names everywhere. */
  public static String fileName(CycleId cycle) {
    return cycle.value().replace(':', '-') + ".html";
  }
}

package mosaicmatch.lockfn;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mosaicmatch.json.Json;
import mosaicmatch.lambda.StepMetrics;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.report.CycleReports;
import mosaicmatch.report.ReportDocument;
import mosaicmatch.report.ReportPage;
import mosaicmatch.report.ReportedRun;

/** Writes the report of a cycle whose execution has ended: a page, and all of it as JSON. */
final class WriteReport {

  /** Streams, so that a report of any length needs no second copy in memory. */
  private static final ObjectWriter DOCUMENTS =
      Json.mapper().writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final CycleRecords records;
  private final PlanStore store;
  private final CycleReports reports;
  private final Function<String, ReportedRun> runs;

  /**
   * Over these stores.
   *
   * @param runs an execution by its ARN
   */
  WriteReport(
      CycleRecords records,
      PlanStore store,
      CycleReports reports,
      Function<String, ReportedRun> runs) {
    this.records = records;
    this.store = store;
    this.reports = reports;
    this.runs = runs;
  }

  /** The keys of what was written; none if the execution opened no cycle. */
  List<String> write(EndedExecution ended, StepMetrics metrics) {
    var cycle = records.findByExecution(ended.arn());
    measure(ended, cycle, new CycleMetrics(metrics));
    return cycle.map(record -> write(record, ended, new CycleMetrics(metrics))).orElse(List.of());
  }

  /** An execution that was skipped opened no cycle, and did not fail. */
  private static void measure(
      EndedExecution ended, Optional<CycleRecord> cycle, CycleMetrics metrics) {
    boolean isReal = cycle.filter(record -> !record.cycleId().isDryRun()).isPresent();
    if (isReal || (cycle.isEmpty() && !ended.succeeded())) {
      metrics.ended(ended.succeeded());
    }
  }

  private List<String> write(CycleRecord cycle, EndedExecution ended, CycleMetrics metrics) {
    var report = reports.report(cycle, runs.apply(ended.arn()));
    if (!report.dryRun()) {
      metrics.told(report);
    }
    var id = cycle.cycleId();
    var document = ReportDocument.of(report);
    var page = ReportPage.of(report).getBytes(StandardCharsets.UTF_8);
    return List.of(
        store.writeReport(id, "report.json", out -> DOCUMENTS.writeValue(out, document)),
        store.writeReport(id, "report.html", out -> out.write(page)));
  }
}

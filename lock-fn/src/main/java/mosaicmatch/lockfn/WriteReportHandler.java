package mosaicmatch.lockfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.report.CycleReports;
import mosaicmatch.settings.Environment;

/** Called by EventBridge when an execution ends, well or not; no cycle waits for its report. */
public final class WriteReportHandler extends JsonFunction<JsonNode, WriteReportHandler.Answer> {

  /**
   * What was done.
   *
   * @param keys what was written; none if the execution opened no cycle
   */
  public record Answer(List<String> keys) {

    /** Keeps a copy. */
    public Answer {
      keys = List.copyOf(keys);
    }
  }

  private static final String STEP = "write-report";

  private final StoredAnswers answers;
  private final WriteReport writeReport;

  /** Set up by the environment variables of the process. */
  public WriteReportHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public WriteReportHandler(AwsClients aws) {
    this(aws.environment(), Stores.of(aws), writeReport(aws));
  }

  WriteReportHandler(Environment environment, Stores stores, WriteReport writeReport) {
    super(STEP, JsonNode.class, environment);
    this.answers = stores.answers();
    this.writeReport = writeReport;
  }

  private static WriteReport writeReport(AwsClients aws) {
    var environment = aws.environment();
    var bucket = environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles");
    var files = CycleBucket.open(aws.s3(), bucket);
    var trail =
        AuditTable.open(aws.dynamoDb(), TableNames.of(environment).audit(), InstantSource.system());
    var states = SfnExecutions.client(aws);
    return new WriteReport(
        Stores.of(aws).records(),
        files,
        new CycleReports(files, trail, _ -> Optional.empty()),
        arn -> RunReader.read(states, arn));
  }

  @Override
  protected LogKeys logKeys(JsonNode event) {
    return LogKeys.none().execution(EndedExecution.of(event).arn());
  }

  @Override
  protected Answer answer(JsonNode event, Call call) {
    var ended = EndedExecution.of(event);
    return answers.once(
        STEP + "|" + ended.eventId(),
        call.context(),
        Answer.class,
        () -> new Answer(writeReport.write(ended, call.metrics())));
  }
}

package mosaicmatch.reconcile;

import java.time.InstantSource;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.claim.ClaimsTable;
import mosaicmatch.cycle.CyclesTable;
import mosaicmatch.cycle.StepLog;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.settings.Environment;

/**
 * Collects the work of the retry map. It keeps no lock: no promise rests on it, and the next step
 * gives it up.
 */
public final class CollectUnfinishedHandler
    extends JsonFunction<CollectUnfinishedRequest, CollectedUnfinished> {

  private static final String STEP = "collect-unfinished";

  private final StoredAnswers answers;
  private final StepLog log;
  private final CollectUnfinished collectUnfinished;

  /** Set up by the environment variables of the process. */
  public CollectUnfinishedHandler() {
    this(Environment.ofProcess());
  }

  /** Set up by the given variables. */
  public CollectUnfinishedHandler(Environment environment) {
    this(environment, new AwsClients(environment), TableNames.of(environment));
  }

  private CollectUnfinishedHandler(Environment environment, AwsClients aws, TableNames tables) {
    var clock = InstantSource.system();
    var dynamoDb = aws.dynamoDb();
    var collecting =
        new CollectUnfinished(
            AuditTable.open(dynamoDb, tables.audit(), clock),
            ClaimsTable.open(dynamoDb, tables, clock),
            CycleBucket.open(aws.s3(), environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles")));
    this(
        environment,
        StoredAnswers.inTable(dynamoDb, tables.idempotency()),
        new StepLog(CyclesTable.open(dynamoDb, tables.cycles(), clock), clock),
        collecting);
  }

  CollectUnfinishedHandler(
      Environment environment,
      StoredAnswers answers,
      StepLog log,
      CollectUnfinished collectUnfinished) {
    super(STEP, CollectUnfinishedRequest.class, environment);
    this.answers = answers;
    this.log = log;
    this.collectUnfinished = collectUnfinished;
  }

  @Override
  protected LogKeys logKeys(CollectUnfinishedRequest request) {
    return LogKeys.of(request.cycle());
  }

  @Override
  protected CollectedUnfinished answer(CollectUnfinishedRequest request, Call call) {
    var cycle = request.cycle();
    var collected =
        answers.once(
            STEP,
            cycle.id(),
            cycle.execution() + "|" + cycle.redriveCount(),
            call.context(),
            CollectedUnfinished.class,
            () -> log.timed(cycle.id(), STEP, () -> collect(request), CollectedUnfinished::counts));
    call.metrics().count("UnfinishedPairs", collected.retry().pairs());
    call.metrics().count("UnfinishedBatches", collected.retry().unmatchedBatches());
    return collected;
  }

  private CollectedUnfinished collect(CollectUnfinishedRequest request) {
    var retry =
        collectUnfinished.collect(request.cycle().id(), request.plan(), request.unmatchedResults());
    return new CollectedUnfinished(request.cycle(), retry);
  }
}

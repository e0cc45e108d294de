package mosaicmatch.reconcile;

import java.time.InstantSource;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.claim.ClaimsTable;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.record.CyclesTable;
import mosaicmatch.record.StepLog;
import mosaicmatch.settings.Environment;

/** Collects the work of the retry map. */
public final class CollectUnfinishedHandler
    extends JsonFunction<CollectUnfinishedRequest, CollectedUnfinished> {

  private static final String STEP = "collect-unfinished";

  private final StoredAnswers answers;
  private final LockKeeper lockKeeper;
  private final StepLog log;
  private final CollectUnfinished collectUnfinished;

  /** Set up by the environment variables of the process. */
  public CollectUnfinishedHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public CollectUnfinishedHandler(AwsClients aws) {
    this(aws.environment(), aws, TableNames.of(aws.environment()));
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
        new LockKeeper(LockTable.open(dynamoDb, tables.lock(), LockTimes.of(environment), clock)),
        new StepLog(CyclesTable.open(dynamoDb, tables.cycles(), clock), clock),
        collecting);
  }

  CollectUnfinishedHandler(
      Environment environment,
      StoredAnswers answers,
      LockKeeper lockKeeper,
      StepLog log,
      CollectUnfinished collectUnfinished) {
    super(STEP, CollectUnfinishedRequest.class, environment);
    this.answers = answers;
    this.lockKeeper = lockKeeper;
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
    call.metrics().count(Metric.LOCK_NOT_RENEWED, lockKeeper.keep(cycle) ? 0 : 1);
    var collected =
        answers.once(
            STEP,
            cycle.id(),
            cycle.execution() + "|" + cycle.redriveCount(),
            call.context(),
            CollectedUnfinished.class,
            () -> log.timed(cycle.id(), STEP, () -> collect(request), CollectedUnfinished::counts));
    call.metrics().count(Metric.UNFINISHED_PAIRS, collected.retry().pairs());
    call.metrics().count(Metric.UNFINISHED_BATCHES, collected.retry().unmatchedBatches());
    return collected;
  }

  private CollectedUnfinished collect(CollectUnfinishedRequest request) {
    var retry =
        collectUnfinished.collect(request.cycle().id(), request.plan(), request.unmatchedResults());
    return new CollectedUnfinished(request.cycle(), retry);
  }
}

package mosaicmatch.fetchpool;

import java.time.InstantSource;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.claim.ClaimsTable;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.record.CyclesTable;
import mosaicmatch.record.StepLog;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.TraitServiceClient;

/** Fetches the pool of a cycle. */
public final class FetchPoolHandler extends JsonFunction<FetchPoolRequest, FetchedPool> {

  private static final String STEP = "fetch-pool";

  private final StoredAnswers answers;
  private final StepLog log;
  private final FetchPool fetchPool;

  /** Set up by the environment variables of the process. */
  public FetchPoolHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public FetchPoolHandler(AwsClients aws) {
    this(aws.environment(), aws, TableNames.of(aws.environment()));
  }

  private FetchPoolHandler(Environment environment, AwsClients aws, TableNames tables) {
    var clock = InstantSource.system();
    var dynamoDb = aws.dynamoDb();
    var secrets = SecretsManagerSecrets.cached(aws.secretsManager(), clock);
    var fetching =
        new FetchPool(
            LockTable.open(dynamoDb, tables.lock(), LockTimes.of(environment), clock),
            TraitServiceClient.of(environment, secrets, clock).pool(),
            ClaimsTable.open(dynamoDb, tables, clock),
            CycleBucket.open(aws.s3(), environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles")),
            PoolLimits.of(environment),
            clock);
    this(
        environment,
        StoredAnswers.inTable(dynamoDb, tables.idempotency()),
        new StepLog(CyclesTable.open(dynamoDb, tables.cycles(), clock), clock),
        fetching);
  }

  FetchPoolHandler(
      Environment environment, StoredAnswers answers, StepLog log, FetchPool fetchPool) {
    super(STEP, FetchPoolRequest.class, environment);
    this.answers = answers;
    this.log = log;
    this.fetchPool = fetchPool;
  }

  @Override
  protected LogKeys logKeys(FetchPoolRequest request) {
    return LogKeys.of(request.cycle());
  }

  @Override
  protected FetchedPool answer(FetchPoolRequest request, Call call) {
    var cycle = request.cycle();
    var fetched =
        answers.once(
            STEP,
            cycle.id(),
            cycle.execution() + "|" + cycle.redriveCount(),
            call.context(),
            FetchedPool.class,
            () -> log.timed(cycle.id(), STEP, () -> fetchPool.fetch(cycle), FetchedPool::counts));
    call.metrics().count(Metric.SEEKERS, fetched.pool().seekers());
    call.metrics().count(Metric.OVER_LIMIT, fetched.pool().leftOut().overLimit());
    return fetched;
  }
}

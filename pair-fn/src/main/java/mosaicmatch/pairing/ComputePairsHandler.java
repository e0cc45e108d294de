package mosaicmatch.pairing;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
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

/** Computes the plan of a cycle, or adopts the one that it has. */
public final class ComputePairsHandler extends JsonFunction<ComputePairsRequest, ComputedPlan> {

  private static final String STEP = "compute-pairs";

  private final StoredAnswers answers;
  private final StepLog log;
  private final ComputePairs computePairs;
  private final PairingSettings settings;
  private final Optional<StrategyTrial> trial;

  /** Set up by the environment variables of the process. */
  public ComputePairsHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public ComputePairsHandler(AwsClients aws) {
    this(aws.environment(), aws, TableNames.of(aws.environment()));
  }

  private ComputePairsHandler(Environment environment, AwsClients aws, TableNames tables) {
    var clock = InstantSource.system();
    var dynamoDb = aws.dynamoDb();
    var records = CyclesTable.open(dynamoDb, tables.cycles(), clock);
    var secrets = SecretsManagerSecrets.cached(aws.secretsManager(), clock);
    var traits = TraitServiceClient.of(environment, secrets, clock);
    var computing =
        new ComputePairs(
            LockTable.open(dynamoDb, tables.lock(), LockTimes.of(environment), clock),
            records,
            CycleBucket.open(aws.s3(), environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles")),
            new VectorPages(traits.vectors()),
            Candidates.of(environment, traits.similar()),
            clock);
    this(
        environment,
        StoredAnswers.inTable(dynamoDb, tables.idempotency()),
        new StepLog(records, clock),
        computing);
  }

  ComputePairsHandler(
      Environment environment, StoredAnswers answers, StepLog log, ComputePairs computePairs) {
    super(STEP, ComputePairsRequest.class, environment);
    this.answers = answers;
    this.log = log;
    this.computePairs = computePairs;
    this.settings = PairingSettings.of(environment);
    this.trial = StrategyTrial.of(environment);
  }

  @Override
  protected LogKeys logKeys(ComputePairsRequest request) {
    return LogKeys.of(request.cycle());
  }

  @Override
  protected ComputedPlan answer(ComputePairsRequest request, Call call) {
    var cycle = request.cycle();
    var computed =
        answers.once(
            STEP,
            cycle.id(),
            cycle.execution() + "|" + cycle.redriveCount(),
            call.context(),
            ComputedPlan.class,
            () ->
                log.timed(
                    cycle.id(),
                    STEP,
                    () -> compute(request, call.context()),
                    ComputePairsHandler::counts));
    call.metrics().count(Metric.PAIRS, computed.plan().pairs());
    call.metrics().count(Metric.UNMATCHED, computed.plan().unmatched());
    call.metrics().count(Metric.LEFT_OUT, computed.plan().leftOut());
    return computed;
  }

  private ComputedPlan compute(ComputePairsRequest request, Context context) {
    var cycle = request.cycle();
    var usual = trial.map(t -> t.settings(cycle.id(), settings)).orElse(settings);
    return computePairs.compute(
        cycle,
        request.pool(),
        SettingsOverride.over(usual, request.settings()),
        request.tiles(),
        () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
  }

  private static Map<String, Long> counts(ComputedPlan computed) {
    var plan = computed.plan();
    return Map.of(
        "pairs", (long) plan.pairs(),
        "unmatched", (long) plan.unmatched(),
        "left_out", (long) plan.leftOut());
  }
}

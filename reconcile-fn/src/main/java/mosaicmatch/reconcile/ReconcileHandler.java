package mosaicmatch.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.claim.ClaimsTable;
import mosaicmatch.lambda.BadInputException;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StepMetrics;
import mosaicmatch.nakama.NakamaClient;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.record.CyclesTable;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.TraitServiceClient;

/**
 * Ends what earlier cycles left unfinished; called by a schedule, or by hand with {@code
 * {"grace_seconds":0}}. Each call does its own work: there is no stored answer to repeat.
 */
public final class ReconcileHandler extends JsonFunction<JsonNode, Reconciled> {

  /** Longer than one pair takes when a service answers slowly. */
  private static final int MILLIS_FOR_ONE_PAIR = 30_000;

  private final Reconcile reconcile;
  private final HealthCheck health;
  private final ReconcileLimits limits;

  /** Set up by the environment variables of the process. */
  public ReconcileHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public ReconcileHandler(AwsClients aws) {
    this(aws.environment(), aws, TableNames.of(aws.environment()));
  }

  private ReconcileHandler(Environment environment, AwsClients aws, TableNames tables) {
    var clock = InstantSource.system();
    var dynamoDb = aws.dynamoDb();
    var secrets = SecretsManagerSecrets.cached(aws.secretsManager(), clock);
    var trail = AuditTable.open(dynamoDb, tables.audit(), clock);
    var claims = ClaimsTable.open(dynamoDb, tables, clock);
    var traits = TraitServiceClient.of(environment, secrets, clock);
    var protocol =
        new PairProtocol(trail, claims, traits.registry(), NakamaClient.of(environment, secrets));
    var repair =
        new MatchRepair(
            CyclesTable.open(dynamoDb, tables.cycles(), clock),
            traits.pool(),
            claims,
            trail,
            traits.registry());
    this(
        environment, new Reconcile(trail, protocol, repair, clock), HealthHandler.healthCheck(aws));
  }

  ReconcileHandler(Environment environment, Reconcile reconcile, HealthCheck health) {
    super("reconcile", JsonNode.class, environment);
    this.reconcile = reconcile;
    this.health = health;
    this.limits = ReconcileLimits.of(environment);
  }

  @Override
  protected LogKeys logKeys(JsonNode event) {
    return LogKeys.none();
  }

  @Override
  protected Reconciled answer(JsonNode event, Call call) {
    var reconciled =
        reconcile.run(
            limitsOf(event),
            () -> call.context().getRemainingTimeInMillis() >= MILLIS_FOR_ONE_PAIR);
    measure(reconciled, call.metrics());
    measure(health.look(), call.metrics());
    return reconciled;
  }

  private static void measure(Reconciled reconciled, StepMetrics metrics) {
    metrics.count(Metric.PAIRS_COMPLETED, reconciled.completed());
    metrics.count(Metric.PAIRS_ABANDONED, reconciled.abandoned());
    metrics.count(Metric.PAIRS_FAILED, reconciled.failed());
    metrics.count(Metric.PAIRS_STOPPED, reconciled.stopped());
    metrics.count(Metric.MATCHES_REPAIRED, reconciled.repaired());
    metrics.count(Metric.UNFINISHED_PAIRS, reconciled.stopped() + reconciled.letAlone());
    metrics.time(
        Metric.OLDEST_UNFINISHED_AGE, Duration.ofSeconds(reconciled.oldestUnfinishedSeconds()));
  }

  /** Here, since this function runs whether or not cycles do. */
  private static void measure(Health health, StepMetrics metrics) {
    health.cyclesOverdue().ifPresent(rates -> metrics.value(Metric.CYCLES_OVERDUE, rates));
    health
        .lastCompleted()
        .ifPresent(
            last -> metrics.time(Metric.LAST_COMPLETED_AGE, Duration.ofSeconds(last.ageSeconds())));
    metrics.time(Metric.LOCK_STUCK_AGE, Duration.ofSeconds(health.lock().stuckSeconds()));
  }

  private ReconcileLimits limitsOf(JsonNode event) {
    var grace = event.path("grace_seconds");
    if (grace.isMissingNode()) {
      return limits;
    }
    if (!grace.isInt() || grace.intValue() < 0) {
      throw new BadInputException("grace_seconds: must be a whole number, 0 or more");
    }
    return limits.withGrace(Duration.ofSeconds(grace.intValue()));
  }
}

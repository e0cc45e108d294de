package mosaicmatch.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Map;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.aws.TableNames;
import mosaicmatch.json.Json;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lock.LockTable;
import mosaicmatch.record.CyclesTable;
import mosaicmatch.settings.Environment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers over HTTP how matching stands: 200 if it is ok or degraded, 503 if it is down or can't be
 * told. Whoever asks must sign as an IAM caller; the answer holds ids, never texts or secrets.
 */
public final class HealthHandler extends JsonFunction<JsonNode, HttpAnswer> {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final Logger LOG = LoggerFactory.getLogger(HealthHandler.class);

  private final HealthCheck check;

  /** Set up by the environment variables of the process. */
  public HealthHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public HealthHandler(AwsClients aws) {
    this(aws.environment(), healthCheck(aws));
  }

  HealthHandler(Environment environment, HealthCheck check) {
    super("health", JsonNode.class, environment);
    this.check = check;
  }

  static HealthCheck healthCheck(AwsClients aws) {
    var clock = InstantSource.system();
    var limits = HealthLimits.of(aws.environment());
    var tables = TableNames.of(aws.environment());
    var dynamoDb = aws.dynamoDb();
    return new HealthCheck(
        CyclesTable.open(dynamoDb, tables.cycles(), clock),
        AuditTable.open(dynamoDb, tables.audit(), clock),
        LockTable.open(dynamoDb, tables.lock(), limits.lock(), clock),
        limits,
        clock);
  }

  @Override
  protected LogKeys logKeys(JsonNode event) {
    return LogKeys.none();
  }

  @Override
  protected HttpAnswer answer(JsonNode event, Call call) {
    try {
      var health = check.look();
      return HttpAnswer.json(
          health.status() == Health.Status.DOWN ? UNAVAILABLE : OK, text(health));
    } catch (StoreUnavailableException e) {
      LOG.warn("the tables can't be read", e);
      return HttpAnswer.json(
          UNAVAILABLE,
          text(Map.of("status", "down", "reasons", new String[] {"the tables can't be read"})));
    }
  }

  private static String text(Object answer) {
    try {
      return Json.mapper().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer can't be written as JSON", e);
    }
  }
}

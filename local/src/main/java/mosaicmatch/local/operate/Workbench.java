package mosaicmatch.local.operate;

import java.time.InstantSource;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.claim.Claims;
import mosaicmatch.claim.ClaimsTable;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.nakama.NakamaClient;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.CyclesTable;
import mosaicmatch.secrets.Secrets;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.traits.SeekerCorrections;
import mosaicmatch.traits.TraitServiceClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * All that operators' commands work on, set up by clients of AWS and the variables that they were
 * made from. Trait service and Nakama are set up by whoever needs them: replaying needs neither.
 */
public final class Workbench implements AutoCloseable {

  static final InstantSource CLOCK = InstantSource.system();

  private final AwsClients aws;
  private final TableNames tables;
  private final DynamoDbClient dynamoDb;
  private final S3Client s3;
  private final SfnClient states;
  private final SecretsManagerClient secretsManager;

  /** Over these clients; nothing is called yet. */
  public Workbench(AwsClients aws) {
    this.aws = aws;
    this.tables = TableNames.of(aws.environment());
    this.dynamoDb = aws.dynamoDb();
    this.s3 = aws.s3();
    this.states = aws.small(SfnClient.builder(), "AWS_ENDPOINT_URL_SFN").build();
    this.secretsManager = aws.secretsManager();
  }

  CycleRecords records() {
    return CyclesTable.open(dynamoDb, tables.cycles(), CLOCK);
  }

  PlanStore plans() {
    return CycleBucket.open(s3, bucket());
  }

  AuditTrail trail() {
    return AuditTable.open(dynamoDb, tables.audit(), CLOCK);
  }

  Claims claims() {
    return ClaimsTable.open(dynamoDb, tables, CLOCK);
  }

  CycleLock lock() {
    return LockTable.open(dynamoDb, tables.lock(), LockTimes.of(aws.environment()), CLOCK);
  }

  SfnClient states() {
    return states;
  }

  CycleObjects objects() {
    return new CycleObjects(s3, bucket());
  }

  SeekerCorrections register() {
    return TraitServiceClient.of(aws.environment(), secrets(), CLOCK).corrections();
  }

  MatchRooms rooms() {
    return NakamaClient.of(aws.environment(), secrets());
  }

  KnownCycles cycles() {
    return new KnownCycles(records(), lock(), states);
  }

  private Secrets secrets() {
    return SecretsManagerSecrets.cached(secretsManager, CLOCK);
  }

  private String bucket() {
    return aws.environment().text("MOSAIC_BUCKET", "mosaicmatch-cycles");
  }

  /** Closes what was opened here; the tables' client belongs to whoever made the clients. */
  @Override
  public void close() {
    s3.close();
    states.close();
    secretsManager.close();
  }
}

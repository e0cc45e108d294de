package mosaicmatch.local.proof.real;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.aws.TableNames;
import mosaicmatch.claim.Claims;
import mosaicmatch.claim.ClaimsTable;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.lock.CycleLock;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.nakama.NakamaClient;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.traits.TraitServiceClient;
import mosaicmatch.traitservice.registry.CoolDown;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.registry.SeekerTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a function works with, by a clock of its own: the stores in DynamoDB, trait service and
 * Nakama over HTTP.
 *
 * @param register the register as the trait service has it, by the same clock
 */
record Executor(
    CycleLock lock,
    AuditTrail trail,
    Claims claims,
    PairProtocol protocol,
    SeekerRegistry register) {

  static final LockTimes TIMES = new LockTimes(Duration.ofSeconds(60), Duration.ofSeconds(5));

  private static final Duration COOL_DOWN = Duration.ofDays(30);

  /** Over a system's own tables. */
  static Executor of(Stack stack, InstantSource clock) {
    return of(stack, stack.aws().dynamoDb(), TableNames.of(stack.aws().environment()), clock);
  }

  /** Over other tables, or the same by another client. */
  static Executor of(Stack stack, DynamoDbClient client, TableNames tables, InstantSource clock) {
    var environment = stack.aws().environment();
    var secrets =
        SecretsManagerSecrets.cached(stack.aws().secretsManager(), InstantSource.system());
    var trail = AuditTable.open(client, tables.audit(), clock);
    var claims = ClaimsTable.open(client, tables, clock);
    var traits = TraitServiceClient.of(environment, secrets, InstantSource.system());
    return new Executor(
        LockTable.open(client, tables.lock(), TIMES, clock),
        trail,
        claims,
        new PairProtocol(trail, claims, traits.registry(), NakamaClient.of(environment, secrets)),
        SeekerRegistry.inDynamoDb(
            stack.aws().dynamoDb(), SeekerTable.DEFAULT_NAME, new CoolDown(COOL_DOWN), clock));
  }

  /** Somebody opts in, by this executor's clock. */
  OptIn optIn(String id) {
    var row = register.optIn(new SeekerId(id));
    return new OptIn(row.id(), Instant.ofEpochMilli(row.optedInAt()));
  }

  /** The entry of a pair. */
  Optional<AuditEntry> entry(PlannedPair pair) {
    return trail.find(pair.cycleId(), pair.pairKey());
  }

  /** A pair as a plan has it. */
  static PlannedPair planned(CycleId cycle, OptIn one, OptIn other) {
    boolean inOrder = one.userId().compareTo(other.userId()) < 0;
    return new PlannedPair(
        cycle,
        PairKey.of(one.userId(), other.userId()),
        inOrder ? one : other,
        inOrder ? other : one,
        0.9,
        0.9,
        0,
        0,
        1,
        Optional.empty());
  }
}

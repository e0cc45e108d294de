package mosaicmatch.claim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditItem;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.audit.UnknownEntryException;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.Statement;
import mosaicmatch.aws.StoreCalls;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The claims in one DynamoDB table, changed in transactions with the audit table. */
final class DynamoClaims implements Claims {

  private final DynamoDbClient client;
  private final TableNames tables;
  private final InstantSource clock;
  private final AuditTrail trail;
  private final ClaimReader reader;

  DynamoClaims(DynamoDbClient client, TableNames tables, InstantSource clock) {
    this.client = client;
    this.tables = tables;
    this.clock = clock;
    this.trail = AuditTable.open(client, tables.audit(), clock);
    this.reader = new ClaimReader(client, tables.claims());
  }

  @Override
  public AuditEntry claim(PlannedPair pair, Duration attemptLease) {
    var now = clock.instant();
    var refusal =
        transact(
            onEntry(pair, ClaimStatements.beginAttempt(pair, now, attemptLease)),
            onMember(pair.user1().userId(), ClaimStatements.hold(pair.user1(), pair)),
            onMember(pair.user2().userId(), ClaimStatements.hold(pair.user2(), pair)));
    if (refusal.isEmpty()) {
      return stored(pair);
    }
    var found = refusal.get().entry().orElseGet(() -> supersede(pair, now));
    if (found.status() == PairStatus.PENDING) {
      throw new AttemptInProgressException(found);
    }
    return found;
  }

  /** Only if absent: another attempt may have claimed the pair, or seen it end, meanwhile. */
  private AuditEntry supersede(PlannedPair pair, Instant now) {
    var request =
        ClaimStatements.supersede(pair, now)
            .request(tables.audit(), AuditItem.key(pair.cycleId(), pair.pairKey()));
    try {
      return AuditItem.entry(
          StoreCalls.call("audit table: superseding", () -> client.updateItem(request))
              .attributes());
    } catch (ConditionalCheckFailedException e) {
      return AuditItem.entry(e.item());
    }
  }

  private AuditEntry stored(PlannedPair pair) {
    return trail
        .find(pair.cycleId(), pair.pairKey())
        .orElseThrow(() -> new UnknownEntryException(pair.cycleId(), pair.pairKey()));
  }

  @Override
  public AuditEntry complete(AuditEntry entry) {
    return end(
        entry,
        ClaimStatements.end(
                PairStatus.COMPLETED,
                clock.instant(),
                "#status = :pending AND #pinecone_metadata_updated = :yes"
                    + " AND attribute_exists(#nakama_channel_id)"
                    + " AND #user1_notified = :yes AND #user2_notified = :yes")
            .with("pending", AuditItem.status(PairStatus.PENDING))
            .with("yes", Item.of(true)),
        member -> true);
  }

  @Override
  public AuditEntry abandon(AuditEntry entry) {
    return end(
        entry,
        ClaimStatements.end(PairStatus.ABANDONED, clock.instant(), "#status = :abandoning")
            .with("abandoning", AuditItem.status(PairStatus.ABANDONING)),
        member -> false);
  }

  @Override
  public AuditEntry fail(AuditEntry entry) {
    return end(
        entry,
        ClaimStatements.end(PairStatus.FAILED, clock.instant(), "#status = :failing")
            .with("failing", AuditItem.status(PairStatus.FAILING)),
        entry::isGone);
  }

  private AuditEntry end(AuditEntry entry, Statement ended, Predicate<OptIn> consumes) {
    var key = AuditItem.key(entry.cycleId(), entry.pairKey());
    var writes =
        entry.members().stream()
            .map(
                member ->
                    onMember(
                        member.userId(),
                        ClaimStatements.free(
                            member, consumes.test(member), entry.cycleId(), entry.pairKey())))
            .toList();
    var refusal = transact(ended.inTransaction(tables.audit(), key), writes.get(0), writes.get(1));
    if (refusal.isEmpty()) {
      return trail
          .find(entry.cycleId(), entry.pairKey())
          .orElseThrow(() -> new UnknownEntryException(entry.cycleId(), entry.pairKey()));
    }
    return refusal.get().entry().orElseThrow(() -> new BrokenClaimException(entry));
  }

  @Override
  public List<Claim> find(Collection<SeekerId> seekers) {
    return reader.find(seekers);
  }

  @Override
  public boolean forget(SeekerId erased) {
    var request =
        DeleteItemRequest.builder()
            .tableName(tables.claims())
            .key(ClaimStatements.key(erased))
            .conditionExpression("attribute_not_exists(live) OR live = :no")
            .expressionAttributeValues(Map.of(":no", Item.of(false)))
            .returnValues(ReturnValue.ALL_OLD)
            .build();
    try {
      return StoreCalls.call("claims table: deleting", () -> client.deleteItem(request))
          .hasAttributes();
    } catch (ConditionalCheckFailedException e) {
      throw new StillClaimedException(erased);
    }
  }

  @Override
  public boolean forgetPair(SeekerId partner, CycleId cycle, PairKey pair) {
    var request =
        ClaimStatements.forgetPair(cycle, pair)
            .request(tables.claims(), ClaimStatements.key(partner));
    try {
      StoreCalls.call("claims table: writing", () -> client.updateItem(request));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private TransactWriteItem onEntry(PlannedPair pair, Statement statement) {
    return statement.inTransaction(tables.audit(), AuditItem.key(pair.cycleId(), pair.pairKey()));
  }

  private TransactWriteItem onMember(SeekerId member, Statement statement) {
    return statement.inTransaction(tables.claims(), ClaimStatements.key(member));
  }

  /**
   * Why a transaction wrote nothing.
   *
   * @param entry the entry as it is stored, if it was the entry's condition that failed; empty if a
   *     claim's was
   */
  private record Refusal(Optional<AuditEntry> entry) {}

  private Optional<Refusal> transact(
      TransactWriteItem onEntry, TransactWriteItem onUser1, TransactWriteItem onUser2) {
    try {
      StoreCalls.call(
          "claims: a transaction",
          () -> client.transactWriteItems(write -> write.transactItems(onEntry, onUser1, onUser2)));
      return Optional.empty();
    } catch (TransactionCanceledException e) {
      return Optional.of(refusal(e));
    }
  }

  private static Refusal refusal(TransactionCanceledException e) {
    var reasons = e.cancellationReasons();
    var onEntry = reasons.get(0);
    if (conditionFailed(onEntry) && onEntry.hasItem()) {
      return new Refusal(Optional.of(AuditItem.entry(onEntry.item())));
    }
    if (reasons.stream().skip(1).anyMatch(DynamoClaims::conditionFailed)) {
      return new Refusal(Optional.empty());
    }
    if (reasons.stream().map(CancellationReason::code).anyMatch(DynamoClaims::passes)) {
      throw new StoreUnavailableException("claims: transactions collide or are throttled", e);
    }
    throw e;
  }

  private static boolean conditionFailed(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  private static boolean passes(String code) {
    return Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded")
        .contains(code);
  }
}

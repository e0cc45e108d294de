package mosaicmatch.claim;

import static mosaicmatch.plan.SomePairs.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditItem;
import mosaicmatch.audit.EntryDraft;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.aws.BrokenItemException;
import mosaicmatch.aws.Item;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.aws.TableNames;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What DynamoDB Local can't be brought to answer at will. */
class CancellationReasonsAreToldApartTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final TableNames TABLES = new TableNames("lock", "audit", "claims", "c", "i");

  /** Cancels every transaction, and answers a batch a few keys at a time. */
  private static final class Stub implements DynamoDbClient {

    private final List<CancellationReason> reasons;
    private final List<UpdateItemRequest> updates = new ArrayList<>();
    private int keysAtATime;
    private Map<String, AttributeValue> beside = Map.of();
    private Optional<Map<String, AttributeValue>> stored = Optional.empty();

    Stub(List<CancellationReason> reasons) {
      this.reasons = reasons;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      throw TransactionCanceledException.builder()
          .statusCode(400)
          .cancellationReasons(reasons)
          .build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      updates.add(request);
      stored.ifPresent(
          item -> {
            throw ConditionalCheckFailedException.builder().item(item).build();
          });
      return UpdateItemResponse.builder().attributes(item(PairStatus.SUPERSEDED)).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      var wanted = request.requestItems().get(TABLES.claims());
      var now = wanted.keys().stream().limit(keysAtATime).map(this::row).toList();
      var later = wanted.keys().stream().skip(keysAtATime).toList();
      return BatchGetItemResponse.builder()
          .responses(Map.of(TABLES.claims(), now))
          .unprocessedKeys(
              later.isEmpty()
                  ? Map.of()
                  : Map.of(TABLES.claims(), wanted.toBuilder().keys(later).build()))
          .build();
    }

    private Map<String, AttributeValue> row(Map<String, AttributeValue> key) {
      var row = new HashMap<>(key);
      row.putAll(beside);
      return row;
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static Map<String, AttributeValue> item(PairStatus status) {
    var pair = pair("ada", "ben");
    return Map.ofEntries(
        Map.entry("cycle_id", Item.of(pair.cycleId().value())),
        Map.entry("pair_key", Item.of(pair.pairKey().value())),
        Map.entry("user1_id", Item.of("ada")),
        Map.entry("user1_opted_in_at", Item.of(pair.user1().optedInAt())),
        Map.entry("user2_id", Item.of("ben")),
        Map.entry("user2_opted_in_at", Item.of(pair.user2().optedInAt())),
        Map.entry("score", Item.of(0.5)),
        Map.entry("status", AuditItem.status(status)),
        Map.entry("attempt", Item.of(1)),
        Map.entry("last_attempt_timestamp", AuditItem.timestamp(NOW)));
  }

  private static Stub cancelling(String onEntry, String onUser1, String onUser2) {
    return new Stub(
        Stream.of(onEntry, onUser1, onUser2)
            .map(code -> CancellationReason.builder().code(code).build())
            .toList());
  }

  private static Stub findingEntry(PairStatus status, String onUser1) {
    return new Stub(
        List.of(
            CancellationReason.builder().code("ConditionalCheckFailed").item(item(status)).build(),
            CancellationReason.builder().code(onUser1).build(),
            CancellationReason.builder().code("None").build()));
  }

  private static Claims claims(Stub stub) {
    return ClaimsTable.open(stub, TABLES, () -> NOW);
  }

  private static AuditEntry claim(Stub stub) {
    return claims(stub).claim(pair("ada", "ben"), Duration.ofSeconds(45));
  }

  @ParameterizedTest
  @CsvSource({
    "TransactionConflict,None,None",
    "None,TransactionConflict,None",
    "None,None,ThrottlingError",
    "None,ProvisionedThroughputExceeded,None"
  })
  void conflictAndThrottlingMayBeRetriedAndSupersedeNothing(
      String onEntry, String onUser1, String onUser2) {
    var stub = cancelling(onEntry, onUser1, onUser2);
    assertThatThrownBy(() -> claim(stub)).isInstanceOf(StoreUnavailableException.class);
    assertThat(stub.updates).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "None,ConditionalCheckFailed,None",
    "None,None,ConditionalCheckFailed",
    "TransactionConflict,ConditionalCheckFailed,None"
  })
  void aFailedConditionOnAClaimSupersedesAnAbsentEntry(
      String onEntry, String onUser1, String onUser2) {
    var stub = cancelling(onEntry, onUser1, onUser2);
    assertThat(claim(stub).status()).isEqualTo(PairStatus.SUPERSEDED);
    assertThat(stub.updates)
        .singleElement()
        .extracting(UpdateItemRequest::conditionExpression)
        .isEqualTo("attribute_not_exists(#cycle_id)");
  }

  @Test
  void aFailedConditionOnTheEntryAnswersTheEntryWhateverTheClaimsSay() {
    var stub = findingEntry(PairStatus.COMPLETED, "ConditionalCheckFailed");
    assertThat(claim(stub).status()).isEqualTo(PairStatus.COMPLETED);
    assertThat(stub.updates).isEmpty();
  }

  @Test
  void anEntryThatIsPendingMeansThatAnAttemptIsUnderWay() {
    assertThatThrownBy(() -> claim(findingEntry(PairStatus.PENDING, "None")))
        .isInstanceOf(AttemptInProgressException.class);
  }

  @Test
  void otherReasonsPassThrough() {
    assertThatThrownBy(() -> claim(cancelling("None", "ValidationError", "None")))
        .isInstanceOf(TransactionCanceledException.class);
  }

  @Test
  void anUnfinishedPairThatDoesNotHoldItsMembersIsNamed() {
    var entry = EntryDraft.fresh(pair("ada", "ben")).at(NOW);
    assertThatThrownBy(
            () -> claims(cancelling("None", "ConditionalCheckFailed", "None")).abandon(entry))
        .isInstanceOf(BrokenClaimException.class)
        .hasMessageContaining("ada#ben");
  }

  @Test
  void unprocessedKeysAreAskedForAgain() {
    var stub = cancelling("None", "None", "None");
    stub.keysAtATime = 30;
    assertThat(claims(stub).find(seekers(100))).hasSize(100);
  }

  @Test
  void readsThatMakeTooLittleHeadwayMayBeRetried() {
    var stub = cancelling("None", "None", "None");
    stub.keysAtATime = 1;
    assertThat(claims(stub).find(seekers(8))).hasSize(8);
    assertThatThrownBy(() -> claims(stub).find(seekers(9)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void anEntryThatAnotherAttemptMadeMeanwhileIsAnsweredInsteadOfSuperseded() {
    var stub = cancelling("None", "ConditionalCheckFailed", "None");
    stub.stored = Optional.of(item(PairStatus.COMPLETED));
    assertThat(claim(stub).status()).isEqualTo(PairStatus.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cycle_id", "pair_key"})
  void aDamagedClaimIsNamedByItsAttribute(String attribute) {
    var stub = cancelling("None", "None", "None");
    stub.keysAtATime = 1;
    stub.beside = Map.of(attribute, Item.of("nothing of the kind"));
    assertThatThrownBy(() -> claims(stub).find(seekers(1)))
        .isInstanceOf(BrokenItemException.class)
        .hasMessageContaining(attribute);
  }

  @Test
  void readsThatMakeNoHeadwayMayBeRetried() {
    assertThatThrownBy(() -> claims(cancelling("None", "None", "None")).find(seekers(3)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private static List<SeekerId> seekers(int count) {
    return IntStream.range(0, count).mapToObj(n -> new SeekerId("s" + n)).toList();
  }
}

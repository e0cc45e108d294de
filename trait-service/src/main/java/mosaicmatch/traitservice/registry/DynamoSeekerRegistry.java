package mosaicmatch.traitservice.registry;

import static mosaicmatch.aws.StoreCalls.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import mosaicmatch.aws.StoreUnavailableException;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The rules over a DynamoDB table. Matches and missed cycles, of which a cycle has thousands, are
 * one conditional update each; all else reads the row and writes it back if its revision is still
 * the same, which every write raises.
 */
final class DynamoSeekerRegistry implements SeekerRegistry {

  private static final int MAX_ATTEMPTS = 10;

  private final DynamoDbClient client;
  private final String table;
  private final CoolDown coolDown;
  private final InstantSource clock;
  private final MatchUpdates updates;
  private final BlockTransactions blocks;
  private final WaitingQueries queries;

  DynamoSeekerRegistry(
      DynamoDbClient client, String table, CoolDown coolDown, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.coolDown = coolDown;
    this.clock = clock;
    this.updates = new MatchUpdates(client, table);
    this.blocks = new BlockTransactions(client, table);
    this.queries = new WaitingQueries(client, table);
  }

  @Override
  public Seeker find(SeekerId id) {
    GetItemRequest request =
        GetItemRequest.builder()
            .tableName(table)
            .key(Map.of(SeekerTable.USER_ID, SeekerItem.text(id.value())))
            .consistentRead(true)
            .build();
    Map<String, AttributeValue> item =
        call("seeker table: reading", () -> client.getItem(request)).item();
    return item.isEmpty() ? Seeker.unknown(id) : SeekerItem.read(item);
  }

  @Override
  public Seeker optIn(SeekerId id) {
    return change(
            id,
            row -> {
              Instant now = clock.instant();
              return SeekerRules.optedIn(row, now.toEpochMilli(), coolDown.since(now));
            })
        .after();
  }

  @Override
  public Seeker optOut(SeekerId id) {
    return change(id, SeekerRules::optedOut).after();
  }

  @Override
  public Seeker erase(SeekerId id) {
    // The others' rows first: if the process dies in between, the erasure is not acknowledged, and
    // the list of those rows is still there when it is asked for again.
    return change(
            id,
            row -> {
              row.blocks().forEach(other -> blocks.forgetBlocker(other, id));
              return SeekerRules.erased(row);
            })
        .after();
  }

  @Override
  public Optional<MatchRefusal> match(Proposal proposal) {
    Instant now = clock.instant();
    return updates.match(proposal, now.toEpochMilli(), coolDown.since(now));
  }

  @Override
  public boolean countMissed(Missed missed) {
    return updates.countMissed(missed);
  }

  @Override
  public boolean voidMatch(Proposal proposal) {
    Change change = change(proposal.seeker(), row -> SeekerRules.voided(row, proposal));
    return change.before().status() == SeekerStatus.MATCHED
        && change.after().status() == SeekerStatus.WAITING;
  }

  @Override
  public Undoing undoMatch(Proposal proposal) {
    Seeker after = change(proposal.seeker(), row -> SeekerRules.undone(row, proposal)).after();
    return SeekerRules.undoing(after, proposal);
  }

  @Override
  public void forgetMeeting(SeekerId of, SeekerId erased) {
    change(of, row -> SeekerRules.forgetting(row, erased));
  }

  @Override
  public void block(SeekerId by, SeekerId other) {
    blocks.block(by, other);
  }

  @Override
  public void unblock(SeekerId by, SeekerId other) {
    blocks.unblock(by, other);
  }

  @Override
  public SeekerPage waiting(int limit, Optional<String> cursor) {
    PageCursor start = cursor.map(PageCursor::parse).orElse(PageCursor.START);
    return queries.page(limit, start, coolDown.since(clock.instant()));
  }

  @Override
  public Set<SeekerId> waitingAmong(Collection<SeekerId> ids) {
    return queries.waitingAmong(ids);
  }

  private record Change(Seeker before, Seeker after) {}

  private Change change(SeekerId id, UnaryOperator<Seeker> rule) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Seeker before = find(id);
      Seeker after = rule.apply(before);
      if (after.equals(before)) {
        return new Change(before, before);
      }
      Seeker written = after.withRevision(before.revision() + 1);
      if (replace(before, written)) {
        return new Change(before, written);
      }
    }
    throw new StoreUnavailableException(
        "a seeker's row kept changing under " + MAX_ATTEMPTS + " attempts to write it");
  }

  private boolean replace(Seeker before, Seeker after) {
    PutItemRequest.Builder request =
        PutItemRequest.builder().tableName(table).item(SeekerItem.of(after));
    if (before.revision() == 0) {
      request.conditionExpression("attribute_not_exists(user_id)");
    } else {
      request
          .conditionExpression("revision = :seen")
          .expressionAttributeValues(Map.of(":seen", SeekerItem.number(before.revision())));
    }
    try {
      call("seeker table: writing", () -> client.putItem(request.build()));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }
}

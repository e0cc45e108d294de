package mosaicmatch.traitservice.registry;

import static mosaicmatch.aws.StoreCalls.call;

import java.util.Map;
import java.util.Optional;
import mosaicmatch.pool.SeekerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What a cycle does to rows: one conditional update each, whose condition is the whole rule. */
final class MatchUpdates {

  private static final String MATCH_IF =
      """
      #status = :waiting AND opted_in_at = :opted_in_at
      AND NOT contains(blocks, :partner) AND NOT contains(blocked_by, :partner)
      AND NOT contains(voided, :pair)
      AND (attribute_not_exists(met.#partner) OR met.#partner <= :met_since)
      """;

  private static final String MATCH =
      """
      SET #status = :matched, #match = :match, met.#partner = :now
      REMOVE waiting_shard
      ADD revision :one
      """;

  private static final String MISSED_IF =
      """
      #status = :waiting AND opted_in_at = :opted_in_at
      AND (attribute_not_exists(last_missed_cycle) OR last_missed_cycle < :cycle)
      """;

  private static final String MISSED =
      "SET last_missed_cycle = :cycle ADD missed_cycles :one, revision :one";

  private static final AttributeValue WAITING = SeekerItem.text(SeekerStatus.WAITING.word());
  private static final AttributeValue MATCHED = SeekerItem.text(SeekerStatus.MATCHED.word());
  private static final AttributeValue ONE = SeekerItem.number(1);

  private final DynamoDbClient client;
  private final String table;

  MatchUpdates(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  Optional<MatchRefusal> match(Proposal proposal, long now, long metSince) {
    Match match = new Match(proposal.pair(), proposal.partner(), now);
    UpdateItemRequest request =
        update(proposal.seeker(), MATCH, MATCH_IF)
            .expressionAttributeNames(
                Map.of(
                    "#status", SeekerTable.STATUS,
                    "#match", SeekerTable.MATCH,
                    "#partner", proposal.partner().value()))
            .expressionAttributeValues(
                Map.of(
                    ":waiting", WAITING,
                    ":matched", MATCHED,
                    ":opted_in_at", SeekerItem.number(proposal.optedInAt()),
                    ":partner", SeekerItem.text(proposal.partner().value()),
                    ":pair", SeekerItem.text(proposal.pair().text()),
                    ":match", SeekerItem.match(match),
                    ":met_since", SeekerItem.number(metSince),
                    ":now", SeekerItem.number(now),
                    ":one", ONE))
            .build();
    try {
      call("seeker table: writing", () -> client.updateItem(request));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return refusal(e, proposal, metSince);
    }
  }

  /** The row as the failed condition saw it tells why, or that this very match was made before. */
  private static Optional<MatchRefusal> refusal(
      ConditionalCheckFailedException failed, Proposal proposal, long metSince) {
    Seeker row =
        failed.hasItem() ? SeekerItem.read(failed.item()) : Seeker.unknown(proposal.seeker());
    Optional<MatchRefusal> refusal = SeekerRules.refusal(row, proposal, metSince);
    if (refusal.isEmpty() && !row.isMatchedBy(proposal.pair())) {
      throw new IllegalStateException("the condition refused a match that the rules allow");
    }
    return refusal;
  }

  boolean countMissed(Missed missed) {
    UpdateItemRequest request =
        update(missed.seeker(), MISSED, MISSED_IF)
            .expressionAttributeNames(Map.of("#status", SeekerTable.STATUS))
            .expressionAttributeValues(
                Map.of(
                    ":waiting",
                    WAITING,
                    ":opted_in_at",
                    SeekerItem.number(missed.optedInAt()),
                    ":cycle",
                    SeekerItem.text(missed.cycle().value()),
                    ":one",
                    ONE))
            .build();
    try {
      call("seeker table: writing", () -> client.updateItem(request));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private UpdateItemRequest.Builder update(SeekerId id, String update, String condition) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Map.of(SeekerTable.USER_ID, SeekerItem.text(id.value())))
        .updateExpression(update)
        .conditionExpression(condition)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }
}

package mosaicmatch.aws;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Queries that run over many pages. */
public final class Query {

  private Query() {}

  /**
   * The items of all pages; a page is read when the one before it is used up.
   *
   * @throws StoreUnavailableException as the stream is read
   */
  public static Stream<Map<String, AttributeValue>> items(
      DynamoDbClient client, QueryRequest request) {
    return Stream.iterate(
            Optional.of(page(client, request)),
            Optional::isPresent,
            page ->
                page.filter(QueryResponse::hasLastEvaluatedKey).map(p -> next(client, request, p)))
        .flatMap(page -> page.orElseThrow().items().stream());
  }

  private static QueryResponse next(
      DynamoDbClient client, QueryRequest request, QueryResponse before) {
    return page(client, request.toBuilder().exclusiveStartKey(before.lastEvaluatedKey()).build());
  }

  private static QueryResponse page(DynamoDbClient client, QueryRequest request) {
    return StoreCalls.call("querying " + request.tableName(), () -> client.query(request));
  }
}

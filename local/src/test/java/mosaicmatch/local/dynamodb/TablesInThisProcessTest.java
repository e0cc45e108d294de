package mosaicmatch.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.PortTakenException;
import mosaicmatch.local.http.TestCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TablesInThisProcessTest {

  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("one"));

  @TempDir Path folder;
  private LocalDynamoDb tables;

  @BeforeEach
  void open() throws Exception {
    tables = LocalDynamoDb.open(folder.resolve("dynamodb"));
    createTable();
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private void createTable() {
    tables
        .client()
        .createTable(
            b ->
                b.tableName("Claims")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType("S")
                            .build()));
  }

  private boolean claim(DynamoDbClient client, String owner) {
    try {
      client.updateItem(
          b ->
              b.tableName("Claims")
                  .key(KEY)
                  .updateExpression("SET owned_by = :me")
                  .conditionExpression("attribute_not_exists(owned_by)")
                  .expressionAttributeValues(Map.of(":me", AttributeValue.fromS(owner)))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return true;
    } catch (ConditionalCheckFailedException e) {
      assertThat(e.item()).containsKey("owned_by");
      return false;
    }
  }

  private String owner(DynamoDbClient client) {
    return client
        .getItem(b -> b.tableName("Claims").key(KEY).consistentRead(true))
        .item()
        .get("owned_by")
        .s();
  }

  @Test
  void ofManyConditionalUpdatesExactlyOneWins() throws Exception {
    List<Callable<Boolean>> claims =
        IntStream.range(0, 40)
            .<Callable<Boolean>>mapToObj(i -> () -> claim(tables.client(), "me" + i))
            .toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      long winners = 0;
      for (Future<Boolean> one : threads.invokeAll(claims)) {
        winners += one.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
  }

  @Test
  void cancelledTransactionTellsTheReasonOfEachItem() {
    claim(tables.client(), "me");
    assertThatThrownBy(
            () ->
                tables
                    .client()
                    .transactWriteItems(
                        b -> b.transactItems(putIfAbsent("one"), putIfAbsent("two"))))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting("code")
                    .containsExactly("ConditionalCheckFailed", "None"));
    assertThat(tables.client().scan(b -> b.tableName("Claims")).count()).isEqualTo(1);
  }

  private static TransactWriteItem putIfAbsent(String id) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName("Claims")
                .item(Map.of("id", AttributeValue.fromS(id)))
                .conditionExpression("attribute_not_exists(id)")
                .build())
        .build();
  }

  @Test
  void errorsAreThoseOfTheSdk() {
    assertThatThrownBy(() -> tables.client().getItem(b -> b.tableName("Nowhere").key(KEY)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(this::createTable).isInstanceOf(ResourceInUseException.class);
    assertThatThrownBy(() -> tables.client().updateItem(b -> b.tableName("Claims").key(Map.of())))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }

  @Test
  void convenienceMethodsOfTheClientWork() {
    claim(tables.client(), "me");
    assertThat(tables.client().scanPaginator(b -> b.tableName("Claims")).items()).hasSize(1);
    assertThat(tables.client().listTables().tableNames()).containsExactly("Claims");
    assertThat(tables.client().serviceName()).isEqualTo("dynamodb");
  }

  @Test
  void tablesAreThereAfterARestart() throws Exception {
    claim(tables.client(), "me");
    tables.close();
    tables = LocalDynamoDb.open(folder.resolve("dynamodb"));
    assertThat(owner(tables.client())).isEqualTo("me");
  }

  @Test
  void nothingIsLostWhenTheFileIsCopiedWithoutClosing() throws Exception {
    claim(tables.client(), "me");
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (var files = Files.list(folder.resolve("dynamodb"))) {
      for (Path file : files.filter(f -> !f.toString().endsWith("-shm")).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    try (LocalDynamoDb asKilled = LocalDynamoDb.open(copy)) {
      assertThat(owner(asKilled.client())).isEqualTo("me");
    }
  }

  @Test
  void endpointServesTheSameTablesOnLoopbackToHoldersOfTheKey() throws Exception {
    claim(tables.client(), "me");
    try (DynamoDbEndpoint endpoint =
            tables.serve(Place.anywhere("DynamoDB"), TestCaller.ACCESS_KEY);
        DynamoDbClient holder = TestCaller.HOLDER.client(DynamoDbClient.builder(), endpoint.uri());
        DynamoDbClient stranger =
            TestCaller.STRANGER.client(DynamoDbClient.builder(), endpoint.uri())) {
      assertThat(endpoint.uri().getHost()).isEqualTo("127.0.0.1");
      assertThat(owner(holder)).isEqualTo("me");
      assertThat(claim(holder, "other")).isFalse();
      assertThatThrownBy(() -> owner(stranger))
          .isInstanceOfSatisfying(
              DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
    assertThat(owner(tables.client())).isEqualTo("me");
  }

  @Test
  void takenPortIsNamed() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Place place = new Place("DynamoDB", other.getLocalPort(), "--dynamodb-port");
      assertThatThrownBy(() -> tables.serve(place, TestCaller.ACCESS_KEY))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("--dynamodb-port");
    }
  }
}

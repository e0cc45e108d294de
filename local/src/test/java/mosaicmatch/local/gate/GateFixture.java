package mosaicmatch.local.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.Identity;
import mosaicmatch.local.cloudformation.LocalStack;
import mosaicmatch.local.cloudformation.StacksService;
import mosaicmatch.local.cloudwatch.AlarmsService;
import mosaicmatch.local.dynamodb.DynamoDbEndpoint;
import mosaicmatch.local.dynamodb.LocalDynamoDb;
import mosaicmatch.local.events.EventsService;
import mosaicmatch.local.events.Rate;
import mosaicmatch.local.events.RuleBook;
import mosaicmatch.local.http.AccessKey;
import mosaicmatch.local.http.Place;
import mosaicmatch.local.http.TestCaller;
import mosaicmatch.local.s3.S3Store;
import mosaicmatch.local.secrets.LocalSecrets;
import mosaicmatch.local.secrets.SecretsEndpoint;
import mosaicmatch.local.template.PolicyStatement;
import mosaicmatch.settings.Environment;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A gate with all services but Step Functions and Lambda, a table Things and a bucket things. */
final class GateFixture implements AutoCloseable {

  static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/Things";
  static final String RULE = "the-rule";
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z"));

  private static final AccessKey OWNER = TestCaller.ACCESS_KEY;

  final AwsGate gate;
  final RuleBook rules;
  final AlarmsService alarms = new AlarmsService();

  private final LocalDynamoDb dynamoDb;
  private final DynamoDbEndpoint tables;

  GateFixture(Path folder) throws IOException {
    dynamoDb = LocalDynamoDb.open(folder.resolve("dynamodb"));
    tables = dynamoDb.serve(Place.anywhere("DynamoDB"), OWNER);
    gate = AwsGate.start(Place.anywhere("AWS"), OWNER, new SecureRandom());
    rules = RuleBook.open(folder.resolve("rules.json"), CLOCK);
    rules.declare(RULE, new Rate("rate(1 hour)"), true);
    var secrets = LocalSecrets.open(folder.resolve("secrets.json"), new SecureRandom());
    gate.serve(AwsService.DYNAMODB, new Forward(tables.uri()));
    gate.serve(AwsService.S3, S3Store.service(folder.resolve("s3"), OWNER, CLOCK));
    gate.serve(AwsService.SECRETS_MANAGER, SecretsEndpoint.service(secrets, OWNER));
    gate.serve(AwsService.EVENTS, new EventsService(rules));
    gate.serve(AwsService.CLOUDWATCH, alarms);
    gate.serve(AwsService.CLOUDFORMATION, new StacksService(stack()));
    try (var s3 = owner().s3()) {
      s3.createBucket(request -> request.bucket("things"));
    }
    createTable();
  }

  private static LocalStack stack() {
    return new LocalStack(
        "the-stack", CLOCK.instant(), Map.of("NamePrefix", "dev-"), Map.of("BucketName", "things"));
  }

  @SuppressWarnings("unchecked") // The SDK's varargs of generic types.
  private void createTable() {
    dynamoDb
        .client()
        .createTable(
            request ->
                request
                    .tableName("Things")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        a -> a.attributeName("id").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("kind").attributeType(ScalarAttributeType.S))
                    .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
                    .globalSecondaryIndexes(
                        index ->
                            index
                                .indexName("by-kind")
                                .keySchema(k -> k.attributeName("kind").keyType(KeyType.HASH))
                                .projection(p -> p.projectionType("ALL"))));
  }

  AwsClients owner() {
    return clients(OWNER.id());
  }

  /** Clients of a function that may do what the statements allow. */
  AwsClients function(PolicyStatement... statements) {
    gate.grant("SomeFunction", List.of(statements));
    return clients(gate.callerFor("SomeFunction").accessKeyId());
  }

  AwsClients clients(String keyId) {
    var environment =
        new Environment(
            Map.of("AWS_REGION", "us-east-1", "AWS_ENDPOINT_URL", gate.uri().toString()));
    return new AwsClients(environment, Identity.key(keyId, "secret"));
  }

  /** What a function asked for that it may, or may not. */
  List<String> asked(boolean allowed) {
    return gate.calls().stream()
        .filter(call -> call.logicalId().equals("SomeFunction") && call.allowed() == allowed)
        .map(call -> call.action() + " " + call.resource())
        .toList();
  }

  static PolicyStatement may(String action, String resource) {
    return new PolicyStatement(List.of(action), List.of(resource));
  }

  @Override
  public void close() {
    gate.close();
    tables.close();
    dynamoDb.close();
  }
}

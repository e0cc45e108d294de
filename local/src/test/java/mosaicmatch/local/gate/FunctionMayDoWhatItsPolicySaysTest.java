package mosaicmatch.local.gate;

import static mosaicmatch.local.gate.GateFixture.TABLE_ARN;
import static mosaicmatch.local.gate.GateFixture.may;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The SDK's own clients, refused and let in. */
class FunctionMayDoWhatItsPolicySaysTest {

  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("a"));

  @TempDir private static Path folder;
  private static GateFixture fixture;

  @BeforeAll
  static void start() throws IOException {
    fixture = new GateFixture(folder);
    try (var s3 = fixture.owner().s3()) {
      s3.putObject(r -> r.bucket("things").key("cycles/a.txt"), RequestBody.fromString("content"));
    }
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void aTableIsReadByWhoMayAndByNobodyElse() {
    try (var allowed = fixture.function(may("dynamodb:GetItem", TABLE_ARN)).dynamoDb()) {
      assertThat(allowed.getItem(r -> r.tableName("Things").key(KEY)).hasItem()).isFalse();
      assertThatThrownBy(() -> allowed.deleteItem(r -> r.tableName("Things").key(KEY)))
          .isInstanceOfSatisfying(
              DynamoDbException.class,
              e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "User: arn:aws:sts::000000000000:assumed-role/SomeFunctionRole/Some is not"
                            + " authorized to perform: dynamodb:DeleteItem on resource: "
                            + TABLE_ARN
                            + " because no identity-based policy allows the dynamodb:DeleteItem"
                            + " action");
              });
    }
    assertThat(fixture.asked(true)).contains("dynamodb:GetItem " + TABLE_ARN);
    assertThat(fixture.asked(false)).contains("dynamodb:DeleteItem " + TABLE_ARN);
  }

  @Test
  void anIndexIsAResourceOfItsOwn() {
    try (var tableOnly = fixture.function(may("dynamodb:Query", TABLE_ARN)).dynamoDb()) {
      assertDenied(() -> queryByKind(tableOnly), "dynamodb:Query", TABLE_ARN + "/index/by-kind");
    }
    try (var both = fixture.function(may("dynamodb:Query", TABLE_ARN + "/index/*")).dynamoDb()) {
      queryByKind(both);
    }
  }

  private static void queryByKind(DynamoDbClient client) {
    client.query(
        r ->
            r.tableName("Things")
                .indexName("by-kind")
                .keyConditionExpression("kind = :k")
                .expressionAttributeValues(Map.of(":k", AttributeValue.fromS("x"))));
  }

  @Test
  @SuppressWarnings("unchecked") // The SDK's varargs of generic types.
  void aTransactionNeedsTheActionsOfItsParts() {
    try (var putsOnly = fixture.function(may("dynamodb:PutItem", TABLE_ARN)).dynamoDb()) {
      putsOnly.transactWriteItems(
          r -> r.transactItems(i -> i.put(p -> p.tableName("Things").item(KEY))));
      assertDenied(
          () ->
              putsOnly.transactWriteItems(
                  r ->
                      r.transactItems(
                          i ->
                              i.conditionCheck(
                                  c ->
                                      c.tableName("Things")
                                          .key(KEY)
                                          .conditionExpression("attribute_exists(id)")))),
          "dynamodb:ConditionCheckItem",
          TABLE_ARN);
    }
  }

  @Test
  void aBatchNeedsTheActionOnEachTable() {
    try (var other = fixture.function(may("dynamodb:BatchGetItem", TABLE_ARN + "x")).dynamoDb()) {
      assertDenied(
          () -> other.batchGetItem(r -> r.requestItems(Map.of("Things", KEYS))),
          "dynamodb:BatchGetItem",
          TABLE_ARN);
    }
    try (var allowed = fixture.function(may("dynamodb:BatchGetItem", TABLE_ARN)).dynamoDb()) {
      allowed.batchGetItem(r -> r.requestItems(Map.of("Things", KEYS)));
    }
  }

  private static final KeysAndAttributes KEYS =
      KeysAndAttributes.builder().keys(List.of(KEY)).build();

  @Test
  void anObjectIsReadAndWrittenByWhoMay() {
    var aws = fixture.function(may("s3:?etObject", "arn:aws:s3:::things/cycles/*"));
    try (var s3 = aws.s3()) {
      var read = s3.getObjectAsBytes(r -> r.bucket("things").key("cycles/a.txt"));
      assertThat(read.asUtf8String()).isEqualTo("content");
      assertThatThrownBy(
              () -> s3.putObject(r -> r.bucket("things").key("b"), RequestBody.fromString("x")))
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                assertThat(e.awsErrorDetails().errorMessage())
                    .contains("s3:PutObject on resource: \"arn:aws:s3:::things/b\"");
              });
    }
  }

  @Test
  void onlyWhoMayListTheBucketLearnsThatAnObjectIsMissing() {
    var read = may("s3:GetObject", "arn:aws:s3:::things/*");
    try (var s3 = fixture.function(read).s3()) {
      assertThatThrownBy(() -> s3.getObject(r -> r.bucket("things").key("none")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThatThrownBy(() -> s3.headObject(r -> r.bucket("things").key("none")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThat(fixture.asked(false)).contains("s3:ListBucket arn:aws:s3:::things");
    }
    try (var s3 = fixture.function(read, may("s3:ListBucket", "arn:aws:s3:::things")).s3()) {
      assertThatThrownBy(() -> s3.getObject(r -> r.bucket("things").key("none")))
          .isInstanceOf(NoSuchKeyException.class);
      assertThat(fixture.asked(true)).contains("s3:ListBucket arn:aws:s3:::things");
    }
  }

  @Test
  void aSecretIsNamedByItsWholeArnWhicheverWayItIsAskedFor() {
    var arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:mosaicmatch/batch-key-??????";
    var aws = fixture.function(may("secretsmanager:GetSecretValue", arn));
    try (var secrets = aws.secretsManager()) {
      var byName = secrets.getSecretValue(r -> r.secretId("mosaicmatch/batch-key"));
      var byArn = secrets.getSecretValue(r -> r.secretId(byName.arn()));
      assertThat(byArn.secretString()).isEqualTo(byName.secretString());
      assertDenied(
          () -> secrets.getSecretValue(r -> r.secretId("mosaicmatch/nakama-http-key")),
          "secretsmanager:GetSecretValue",
          "arn:aws:secretsmanager:us-east-1:000000000000:secret:mosaicmatch/nakama-http-key-");
    }
  }

  @Test
  void executionsFunctionsRulesStacksAndAlarmsAreResourcesToo() {
    var aws = fixture.function();
    var execution = "arn:aws:states:us-east-1:000000000000:execution:m:e";
    try (var states = aws.small(SfnClient.builder(), "X").build();
        var lambda = aws.small(LambdaClient.builder(), "X").build();
        var events = aws.small(EventBridgeClient.builder(), "X").build();
        var stacks = aws.small(CloudFormationClient.builder(), "X").build();
        var alarms = aws.small(CloudWatchClient.builder(), "X").build()) {
      assertDenied(
          () -> states.describeExecution(r -> r.executionArn(execution)),
          "states:DescribeExecution",
          execution);
      assertDenied(
          () -> states.listExecutions(r -> r.stateMachineArn("arn:m")),
          "states:ListExecutions",
          "arn:m");
      assertDenied(
          () -> lambda.invoke(r -> r.functionName("Reconcile").qualifier("live")),
          "lambda:InvokeFunction",
          "arn:aws:lambda:us-east-1:000000000000:function:Reconcile:live");
      assertDenied(
          () -> events.disableRule(r -> r.name("x")),
          "events:DisableRule",
          "arn:aws:events:us-east-1:000000000000:rule/x");
      assertDenied(
          () -> stacks.describeStacks(r -> r.stackName("s")),
          "cloudformation:DescribeStacks",
          "arn:aws:cloudformation:us-east-1:000000000000:stack/s/*");
      assertDenied(
          () -> alarms.disableAlarmActions(r -> r.alarmNames("a")),
          "cloudwatch:DisableAlarmActions",
          "arn:aws:cloudwatch:us-east-1:000000000000:alarm:a");
    }
  }

  private static void assertDenied(Runnable call, String action, String resource) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .contains("perform: " + action + " on resource: " + resource));
  }
}

package mosaicmatch.local.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;

class UnknownKeyIsRefusedInEachServicesWordsTest {

  @TempDir private Path folder;

  @Test
  void nobodyWithAnotherKeyIsLetIn() throws IOException {
    try (var fixture = new GateFixture(folder)) {
      var aws = fixture.clients("NOBODYSKEY1234567");
      try (var tables = aws.dynamoDb();
          var s3 = aws.s3();
          var secrets = aws.secretsManager();
          var states = aws.small(SfnClient.builder(), "X").build();
          var lambda = aws.small(LambdaClient.builder(), "X").build();
          var events = aws.small(EventBridgeClient.builder(), "X").build();
          var stacks = aws.small(CloudFormationClient.builder(), "X").build();
          var alarms = aws.small(CloudWatchClient.builder(), "X").build()) {
        assertCode(tables::listTables, "UnrecognizedClientException");
        assertCode(s3::listBuckets, "InvalidAccessKeyId");
        assertCode(
            () -> secrets.getSecretValue(r -> r.secretId("x")), "UnrecognizedClientException");
        assertCode(states::listStateMachines, "UnrecognizedClientException");
        assertCode(() -> lambda.invoke(r -> r.functionName("x")), "UnrecognizedClientException");
        assertCode(() -> events.listRules(r -> {}), "UnrecognizedClientException");
        assertCode(stacks::describeStacks, "InvalidClientTokenId");
        assertCode(() -> alarms.enableAlarmActions(r -> r.alarmNames("x")), "InvalidClientTokenId");
      }
      assertThat(fixture.gate.calls()).allMatch(RecordedCall::allowed);
    }
  }

  @Test
  void withoutAnyKeyNothingIsAnswered() throws Exception {
    try (var fixture = new GateFixture(folder);
        var http = HttpClient.newHttpClient()) {
      assertThat(get(http, fixture.gate.uri().resolve("/things")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aServiceThatIsNotThereYetIsUnavailable() throws IOException {
    try (var fixture = new GateFixture(folder)) {
      var states = fixture.owner().small(SfnClient.builder(), "X").build();
      try (states) {
        assertThatThrownBy(states::listStateMachines)
            .isInstanceOfSatisfying(
                AwsServiceException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
      }
    }
  }

  @Test
  void aFunctionThatWasGrantedNothingMayDoNothing() throws IOException {
    try (var fixture = new GateFixture(folder)) {
      var key = fixture.gate.callerFor("OtherFunction");
      try (var tables = fixture.clients(key.accessKeyId()).dynamoDb()) {
        assertCode(tables::listTables, "AccessDeniedException");
      }
      assertThat(fixture.gate.calls())
          .contains(new RecordedCall("OtherFunction", "dynamodb:ListTables", "*", false));
      assertThat(List.of(key.toString(), fixture.gate.callerFor("OtherFunction").toString()))
          .allSatisfy(text -> assertThat(text).doesNotContain(key.accessKeyId()));
    }
  }

  private static HttpResponse<String> get(HttpClient http, URI uri) throws Exception {
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertCode(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }
}

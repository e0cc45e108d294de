package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aslengine.json.Json;
import aslengine.time.SteppedTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

class ApiTest {
  private static final String PASS =
      "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}";
  private static final String WAIT =
      "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}}";

  private Aws aws;

  @BeforeEach
  void open() {
    aws = Aws.open(b -> b.time(new SteppedTime(Aws.START)));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void sameMachineCreatedTwiceIsOneAndAnotherUnderItsNameIsRefused() {
    String arn = aws.machine("m", PASS);
    assertThat(arn)
        .isEqualTo("arn:aws:states:us-east-1:000000000000:stateMachine:m")
        .isEqualTo(aws.engine.stateMachineArn("m"));
    assertThat(aws.machine("m", PASS)).isEqualTo(arn);
    assertThatThrownBy(() -> aws.machine("m", WAIT))
        .isInstanceOf(StateMachineAlreadyExistsException.class)
        .hasMessageContaining("State Machine Already Exists: '" + arn + "'");
    assertThatThrownBy(() -> aws.machine("bad name", PASS))
        .isInstanceOf(InvalidNameException.class);
  }

  @Test
  void updateChangesWhatStartsLaterAndKeepsWhatRuns() {
    String arn = aws.machine("m", WAIT);
    String execution = aws.start(arn, "{}");
    assertThat(aws.sfn.describeStateMachine(r -> r.stateMachineArn(arn)).revisionId()).isNull();
    String revision =
        aws.sfn.updateStateMachine(r -> r.stateMachineArn(arn).definition(PASS)).revisionId();
    assertThat(aws.sfn.describeStateMachine(r -> r.stateMachineArn(arn)).revisionId())
        .isEqualTo(revision);
    assertThat(
            aws.sfn.describeStateMachineForExecution(r -> r.executionArn(execution)).definition())
        .isEqualTo(WAIT);
    assertThat(aws.describe(aws.await(aws.start(arn, "{}"))).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void deletedMachinesAreGoneAndTheirNamesFree() {
    String arn = aws.machine("m", PASS);
    aws.sfn.deleteStateMachine(r -> r.stateMachineArn(arn));
    aws.sfn.deleteStateMachine(r -> r.stateMachineArn(arn));
    assertThatThrownBy(() -> aws.start(arn, "{}"))
        .isInstanceOf(StateMachineDoesNotExistException.class)
        .hasMessageContaining("State Machine Does Not Exist: '" + arn + "'");
    assertThat(aws.sfn.listStateMachines().stateMachines()).isEmpty();
    assertThat(aws.machine("m", WAIT)).isEqualTo(arn);
  }

  @Test
  void startIsIdempotentByNameAndInputWhileTheExecutionRuns() {
    String arn = aws.machine("m", WAIT);
    String first =
        aws.sfn.startExecution(r -> r.stateMachineArn(arn).name("n").input("{}")).executionArn();
    assertThat(first).isEqualTo("arn:aws:states:us-east-1:000000000000:execution:m:n");
    assertThat(
            aws.sfn
                .startExecution(r -> r.stateMachineArn(arn).name("n").input("{}"))
                .executionArn())
        .isEqualTo(first);
    assertThatThrownBy(
            () -> aws.sfn.startExecution(r -> r.stateMachineArn(arn).name("n").input("[]")))
        .isInstanceOf(ExecutionAlreadyExistsException.class)
        .hasMessageContaining("Execution Already Exists: '" + first + "'");
    aws.sfn.stopExecution(r -> r.executionArn(first));
    assertThatThrownBy(
            () -> aws.sfn.startExecution(r -> r.stateMachineArn(arn).name("n").input("{}")))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    assertThatThrownBy(() -> aws.sfn.startExecution(r -> r.stateMachineArn(arn).name("a/b")))
        .isInstanceOf(InvalidNameException.class);
  }

  @Test
  void inputThatIsNotJsonIsRefusedInJacksonsWords() {
    String arn = aws.machine("m", PASS);
    assertThatThrownBy(() -> aws.start(arn, "not some json"))
        .isInstanceOf(InvalidExecutionInputException.class)
        .hasMessageContaining(
            "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON"
                + " String, Number, Array, Object or token 'null', 'true' or 'false')'");
    assertThatThrownBy(() -> aws.start(arn, "")).isInstanceOf(InvalidExecutionInputException.class);
    assertThat(aws.output(aws.await(aws.start(arn, "null")))).isEqualTo(Json.own("null"));
  }

  @Test
  void unknownThingsHaveTheirOwnErrors() {
    assertThatThrownBy(() -> aws.describe("arn:aws:states:us-east-1:000000000000:execution:m:none"))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(() -> aws.describe("nonsense")).isInstanceOf(InvalidArnException.class);
    assertThatThrownBy(() -> aws.sfn.describeMapRun(r -> r.mapRunArn("arn:x")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> aws.sfn.listStateMachines(r -> r.nextToken("nonsense")))
        .isInstanceOf(InvalidTokenException.class);
    assertThatThrownBy(() -> aws.sfn.listStateMachines(r -> r.maxResults(1001)))
        .isInstanceOf(SfnException.class);
    assertThatThrownBy(() -> aws.sfn.listActivities())
        .isInstanceOf(SfnException.class)
        .hasMessageContaining("ListActivities");
  }

  @Test
  void historyComesInPagesEitherWayRound() {
    String execution = aws.run(PASS, "{\"a\":1}");
    var first = aws.sfn.getExecutionHistory(r -> r.executionArn(execution).maxResults(3));
    assertThat(first.events()).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L);
    var rest =
        aws.sfn.getExecutionHistory(
            r -> r.executionArn(execution).maxResults(3).nextToken(first.nextToken()));
    assertThat(rest.events()).extracting(HistoryEvent::id).containsExactly(4L);
    assertThat(rest.nextToken()).isNull();
    assertThat(
            aws.sfn
                .getExecutionHistoryPaginator(
                    r -> r.executionArn(execution).reverseOrder(true).maxResults(2))
                .events())
        .extracting(HistoryEvent::id)
        .containsExactly(4L, 3L, 2L, 1L);
    HistoryEvent entered =
        aws.sfn
            .getExecutionHistory(r -> r.executionArn(execution).includeExecutionData(false))
            .events()
            .get(1);
    assertThat(entered.stateEnteredEventDetails().input()).isNull();
    assertThat(entered.stateEnteredEventDetails().name()).isEqualTo("P");
  }

  @Test
  void executionsAreListedNewestFirstByStatusAndInPages() {
    String machine = aws.machine("m", WAIT);
    for (int i = 0; i < 3; i++) {
      int n = i;
      aws.sfn.startExecution(r -> r.stateMachineArn(machine).name("e" + n));
    }
    aws.sfn.stopExecution(
        r -> r.executionArn("arn:aws:states:us-east-1:000000000000:execution:m:e1"));
    assertThat(
            aws.sfn
                .listExecutionsPaginator(r -> r.stateMachineArn(machine).maxResults(1))
                .executions())
        .extracting(e -> e.name())
        .containsExactly("e2", "e1", "e0");
    assertThat(
            aws.sfn
                .listExecutions(
                    r -> r.stateMachineArn(machine).statusFilter(ExecutionStatus.ABORTED))
                .executions())
        .extracting(e -> e.name())
        .containsExactly("e1");
  }

  @Test
  void runningMapRunCanBeGivenMoreRoom() {
    aws.functions.put("f", in -> in);
    String machine =
        aws.machine(
            "m",
            """
            {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Items":[1,2,3],"MaxConcurrency":1,"End":true,
              "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                "StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}}}}
            """);
    String execution = aws.start(machine, "{}");
    String run = DistributedMapTest.mapRun(aws, execution);
    assertThat(aws.sfn.describeMapRun(r -> r.mapRunArn(run)).executionCounts().running())
        .isEqualTo(1);
    aws.sfn.updateMapRun(
        r ->
            r.mapRunArn(run)
                .maxConcurrency(3)
                .toleratedFailureCount(1L)
                .toleratedFailurePercentage(10f));
    assertThat(aws.sfn.describeMapRun(r -> r.mapRunArn(run)).executionCounts().running())
        .isEqualTo(3);
    aws.sfn.stopExecution(r -> r.executionArn(execution));
    var stopped = aws.sfn.describeMapRun(r -> r.mapRunArn(run));
    assertThat(stopped.statusAsString()).isEqualTo("ABORTED");
    assertThat(stopped.executionCounts().aborted()).isEqualTo(3);
    assertThat(stopped.toleratedFailureCount()).isEqualTo(1);
  }

  @Test
  void endpointAnswersWhatIsNoRequestWithAnError() throws Exception {
    URI uri = aws.endpoint();
    assertThat(uri.getHost()).isEqualTo("127.0.0.1");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(uri)
                  .header("X-Amz-Target", "AWSStepFunctions.ListStateMachines")
                  .POST(HttpRequest.BodyPublishers.ofString("{broken"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(Json.parse(response.body()).path("__type").asText())
          .endsWith("#SerializationException");
    }
  }

  @Test
  void closedEngineSaysSo() {
    aws.engine.close();
    assertThatThrownBy(() -> aws.sfn.listStateMachines())
        .isInstanceOf(SfnException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void lambdaAnswersCarryATraceHeaderAndMachinesSayHowTheyAreEncrypted() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> in);
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","End":true,
                "Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"}}}}
              """,
              "{}");
      var http = aws.output(execution).path("SdkHttpMetadata");
      String trace = http.path("HttpHeaders").path("X-Amzn-Trace-Id").asText();
      assertThat(trace).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
      assertThat(http.at("/AllHttpHeaders/X-Amzn-Trace-Id/0").asText()).isEqualTo(trace);
      var machine = aws.sfn.describeStateMachineForExecution(r -> r.executionArn(execution));
      assertThat(machine.encryptionConfiguration().typeAsString()).isEqualTo("AWS_OWNED_KEY");
    }
  }
}

package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;

class DistributedMapTest {
  static final String PROCESSOR =
      """
      "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
        "StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
          "Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},
          "Output":"{% $states.result.Payload %}","End":true}}}
      """;

  static String map(String fields) {
    return """
    {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Label":"Items","End":true,
    """
        + fields
        + ","
        + PROCESSOR
        + "}}}";
  }

  static void failOn(Aws aws, List<Integer> bad) {
    aws.functions.put(
        "f",
        in -> {
          if (bad.contains(in.asInt())) {
            throw new Aws.FunctionError("Bad", "item " + in.asInt());
          }
          return in;
        });
  }

  static String mapRun(Aws aws, String execution) {
    return aws.sfn.listMapRuns(r -> r.executionArn(execution)).mapRuns().getFirst().mapRunArn();
  }

  static List<ExecutionListItem> children(Aws aws, String execution) {
    String run = mapRun(aws, execution);
    return aws.sfn.listExecutions(r -> r.mapRunArn(run).maxResults(1000)).executions();
  }

  @Test
  void parentRecordsTheMapRunAndNoItem() {
    try (Aws aws = Aws.open()) {
      failOn(aws, List.of());
      String execution = aws.run(map("\"Items\":[1,2,3]"), "{}");
      assertThat(aws.links(execution))
          .containsExactly(
              "1 ExecutionStarted after 0",
              "2 MapStateEntered after 0",
              "3 MapStateStarted after 2",
              "4 MapRunStarted after 3",
              "5 MapRunSucceeded after 4",
              "6 MapStateSucceeded after 5",
              "7 MapStateExited after 5",
              "8 ExecutionSucceeded after 7");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[1,2,3]"));
      String run = aws.event(execution, "MapRunStarted").mapRunStartedEventDetails().mapRunArn();
      assertThat(run)
          .matches("arn:aws:states:us-east-1:000000000000:mapRun:m\\d+/Items:[0-9a-f-]{36}");
    }
  }

  @Test
  void childrenAreExecutionsThatAreListedAndDescribed() {
    try (Aws aws = Aws.open()) {
      failOn(aws, List.of());
      String execution = aws.run(map("\"Items\":[1,2]"), "{}");
      List<ExecutionListItem> children = children(aws, execution);
      assertThat(children).hasSize(2);
      ExecutionListItem child = children.getFirst();
      assertThat(child.executionArn()).matches("arn:.*:execution:m\\d+/Items:[0-9a-f-]{36}");
      assertThat(child.stateMachineArn()).endsWith("/Items");
      assertThat(child.itemCount()).isEqualTo(1);
      assertThat(aws.describe(child.executionArn()).mapRunArn()).isEqualTo(mapRun(aws, execution));
      assertThat(aws.describe(child.executionArn()).input()).isEqualTo("2");
      assertThat(aws.types(child.executionArn())).endsWith("TaskStateExited", "ExecutionSucceeded");
      var counts = aws.sfn.describeMapRun(r -> r.mapRunArn(mapRun(aws, execution)));
      assertThat(counts.status()).isEqualTo(MapRunStatus.SUCCEEDED);
      assertThat(counts.itemCounts().succeeded()).isEqualTo(2);
      assertThat(counts.executionCounts().total()).isEqualTo(2);
      assertThat(counts.executionCounts().resultsWritten()).isEqualTo(2);
    }
  }

  @Test
  void firstFailureBeyondTheToleranceFailsRunStateAndExecution() {
    try (Aws aws = Aws.open()) {
      failOn(aws, List.of(2));
      String execution = aws.run(map("\"Items\":[1,2,3],\"MaxConcurrency\":1"), "{}");
      assertThat(aws.links(execution))
          .endsWith(
              "4 MapRunStarted after 3",
              "5 MapRunFailed after 4",
              "6 MapStateFailed after 5",
              "7 ExecutionFailed after 6");
      assertThat(aws.describe(execution).error())
          .isEqualTo("States.ExceedToleratedFailureThreshold");
      assertThat(aws.describe(execution).cause())
          .isEqualTo("The specified tolerated failure threshold was exceeded");
      var run = aws.sfn.describeMapRun(r -> r.mapRunArn(mapRun(aws, execution)));
      assertThat(run.status()).isEqualTo(MapRunStatus.FAILED);
      assertThat(run.itemCounts().pending()).isEqualTo(1);
      assertThat(run.itemCounts().failed()).isEqualTo(1);
    }
  }

  @Test
  void failuresWithinTheToleratedPercentageAreLeftOut() {
    try (Aws aws = Aws.open()) {
      failOn(aws, List.of(2, 3));
      String execution =
          aws.run(map("\"Items\":[1,2,3,4],\"ToleratedFailurePercentage\":\"{% 50 %}\""), "{}");
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      JsonNode output = aws.output(execution);
      assertThat(output).hasSize(4);
      assertThat(output.path(1).path("Status").asText()).isEqualTo("FAILED");
      assertThat(output.path(1).path("Error").asText()).isEqualTo("Bad");
    }
  }

  @Test
  void toleratedCountOfItemsCountsTheItemsOfABatch() {
    try (Aws aws = Aws.open()) {
      aws.functions.put(
          "f",
          in -> {
            throw new Aws.FunctionError("Bad", "all");
          });
      String batched =
          map(
              "\"Items\":[1,2,3],\"ToleratedFailureCount\":2,\"ItemBatcher\":{\"MaxItemsPerBatch\":3}");
      assertThat(aws.describe(aws.run(batched, "{}")).status()).isEqualTo(ExecutionStatus.FAILED);
    }
  }

  @Test
  void itemsAreReadFromLinesAndSelected() {
    try (Aws aws = Aws.open()) {
      put(aws, "in/items.jsonl", "{\"id\":1}\n{\"id\":2}\n\n{\"id\":3}\n");
      aws.functions.put("f", in -> in);
      String execution =
          aws.run(
              map(
                  """
                  "ItemReader":{"Resource":"arn:aws:states:::s3:getObject",
                    "ReaderConfig":{"InputType":"JSONL","MaxItems":"{% 2 %}"},
                    "Arguments":{"Bucket":"b","Key":"{% 'in/' & $states.input.file %}"}},
                  "ItemSelector":{"id":"{% $states.context.Map.Item.Value.id %}",
                    "at":"{% $states.context.Map.Item.Index %}","from":"{% $states.context.Map.Item.Source %}",
                    "file":"{% $states.input.file %}"}
                  """),
              "{\"file\":\"items.jsonl\"}");
      assertThat(aws.output(execution))
          .isEqualTo(
              Json.own(
                  """
                  [{"id":1,"at":0,"from":"s3://b/in/items.jsonl","file":"items.jsonl"},
                   {"id":2,"at":1,"from":"s3://b/in/items.jsonl","file":"items.jsonl"}]
                  """));
      assertThat(aws.event(execution, "MapStateStarted").mapStateStartedEventDetails().length())
          .isZero();
    }
  }

  @Test
  void itemsAreReadFromAnArrayAndFromRows() {
    try (Aws aws = Aws.open()) {
      put(aws, "a.json", "[{\"n\":1},{\"n\":2}]");
      put(aws, "a.csv", "n,t\n1,\"x, \"\"y\"\"\"\r\n2,z\n");
      aws.functions.put("f", in -> in);
      String reader =
          """
          "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"%s"%s},
            "Arguments":{"Bucket":"b","Key":"%s"}}
          """;
      assertThat(aws.output(aws.run(map(reader.formatted("JSON", "", "a.json")), "{}")))
          .isEqualTo(Json.own("[{\"n\":1},{\"n\":2}]"));
      assertThat(
              aws.output(
                  aws.run(
                      map(reader.formatted("CSV", ",\"CSVHeaderLocation\":\"FIRST_ROW\"", "a.csv")),
                      "{}")))
          .isEqualTo(Json.own("[{\"n\":\"1\",\"t\":\"x, \\\"y\\\"\"},{\"n\":\"2\",\"t\":\"z\"}]"));
    }
  }

  @Test
  void missingObjectFailsTheRunWithTheReadersError() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              map(
                  """
                  "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},
                    "Arguments":{"Bucket":"b","Key":"none"}}
                  """),
              "{}");
      assertThat(aws.describe(execution).error()).isEqualTo("States.ItemReaderFailed");
      assertThat(aws.describe(execution).cause()).contains("The specified key does not exist");
      assertThat(aws.types(execution))
          .endsWith("MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed");
    }
  }

  @Test
  void batchesCarryItemsAndWhatAllBatchesShare() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> in);
      String execution =
          aws.run(
              map(
                  """
                  "Items":[1,2,3,4,5],"ItemBatcher":{"MaxItemsPerBatch":"{% $states.input.size %}",
                    "BatchInput":{"tag":"{% $states.input.tag %}"}}
                  """),
              "{\"size\":2,\"tag\":\"t\"}");
      assertThat(aws.output(execution))
          .isEqualTo(
              Json.own(
                  """
                  [{"BatchInput":{"tag":"t"},"Items":[1,2]},{"BatchInput":{"tag":"t"},"Items":[3,4]},
                   {"BatchInput":{"tag":"t"},"Items":[5]}]
                  """));
      assertThat(children(aws, execution)).extracting(ExecutionListItem::itemCount).contains(2, 1);
    }
  }

  @Test
  void batchesKeepWithinTheirBytes() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> in);
      String execution =
          aws.run(
              map(
                  "\"Items\":[\"aaaaaaaa\",\"bbbbbbbb\",\"cccccccc\"],\"ItemBatcher\":{\"MaxInputBytesPerBatch\":35}"),
              "{}");
      assertThat(aws.output(execution)).hasSize(2);
    }
  }

  @Test
  void outerVariablesAreOutOfSightInChildren() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"A","States":{
                "A":{"Type":"Pass","Assign":{"outer":1},"Next":"M"},
                "M":{"Type":"Map","Items":[1],"End":true,"ItemProcessor":{
                  "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},
                  "StartAt":"P","States":{"P":{"Type":"Pass","Output":"{% $exists($outer) %}","End":true}}}}}}
              """,
              "{}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[false]"));
    }
  }

  @Test
  void noItemsIsARunThatSucceedsAtOnce() {
    try (Aws aws = Aws.open()) {
      String execution = aws.run(map("\"Items\":[]"), "{}");
      assertThat(aws.output(execution)).isEqualTo(Json.own("[]"));
      assertThat(aws.types(execution)).contains("MapRunStarted", "MapRunSucceeded");
    }
  }

  @Test
  void fieldsOfAnObjectAreItemsByKeyAndValue() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> in);
      String execution =
          aws.run(
              map(
                  """
                  "Items":{"x":1,"y":2},
                  "ItemSelector":{"k":"{% $states.context.Map.Item.Key %}","v":"{% $states.context.Map.Item.Value %}"}
                  """),
              "{}");
      assertThat(aws.output(execution))
          .isEqualTo(Json.own("[{\"k\":\"x\",\"v\":1},{\"k\":\"y\",\"v\":2}]"));
    }
  }

  static void put(Aws aws, String key, String content) {
    aws.objects.put("b", key, content.getBytes(StandardCharsets.UTF_8));
  }
}

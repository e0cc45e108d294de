package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;

class RedriveRunsOnlyFailedChildrenTest {
  private static List<Integer> calls(Aws aws, Set<Integer> bad) {
    List<Integer> calls = new CopyOnWriteArrayList<>();
    aws.functions.put(
        "f",
        in -> {
          calls.add(in.asInt());
          if (bad.contains(in.asInt())) {
            throw new Aws.FunctionError("Bad", "");
          }
          return Json.own(String.valueOf(in.asInt() * 10));
        });
    return calls;
  }

  @ParameterizedTest
  @ValueSource(strings = {"STANDARD", "EXPRESS"})
  void failedAndNotStartedChildrenRunAndTheMapRunIsTheSame(String type) {
    try (Aws aws = Aws.open()) {
      Set<Integer> bad = ConcurrentHashMap.newKeySet();
      bad.add(2);
      List<Integer> calls = calls(aws, bad);
      String execution =
          aws.run(
              DistributedMapTest.map("\"Items\":[1,2,3,4],\"MaxConcurrency\":1")
                  .replace("STANDARD", type),
              "{}");
      assertThat(calls).containsExactly(1, 2);
      String run = DistributedMapTest.mapRun(aws, execution);
      bad.clear();
      aws.redrive(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("[10,20,30,40]"));
      assertThat(calls).containsExactly(1, 2, 2, 3, 4);
      assertThat(aws.sfn.listMapRuns(r -> r.executionArn(execution)).mapRuns()).hasSize(1);
      var described = aws.sfn.describeMapRun(r -> r.mapRunArn(run));
      assertThat(described.status()).isEqualTo(MapRunStatus.SUCCEEDED);
      assertThat(described.redriveCount()).isEqualTo(1);
      assertThat(described.itemCounts().succeeded()).isEqualTo(4);
      assertThat(described.itemCounts().failed()).isZero();
      assertThat(aws.types(execution))
          .containsSubsequence(
              "MapRunFailed",
              "MapStateFailed",
              "ExecutionFailed",
              "ExecutionRedriven",
              "MapRunRedriven",
              "MapRunSucceeded",
              "MapStateSucceeded",
              "MapStateExited");
      var redriven = aws.event(execution, "MapRunRedriven").mapRunRedrivenEventDetails();
      assertThat(redriven.mapRunArn()).isEqualTo(run);
      assertThat(redriven.redriveCount()).isEqualTo(1);
    }
  }

  @Test
  void standardChildGoesOnAtTheStateThatFailed() {
    try (Aws aws = Aws.open()) {
      Set<Integer> bad = ConcurrentHashMap.newKeySet();
      bad.add(1);
      calls(aws, bad);
      String execution = aws.run(DistributedMapTest.map("\"Items\":[1]"), "{}");
      String child = DistributedMapTest.children(aws, execution).getFirst().executionArn();
      assertThat(aws.describe(child).redriveStatusAsString()).isEqualTo("REDRIVABLE_BY_MAP_RUN");
      bad.clear();
      aws.redrive(execution);
      assertThat(aws.types(child))
          .containsExactly(
              "ExecutionStarted",
              "TaskStateEntered",
              "TaskScheduled",
              "TaskStarted",
              "TaskFailed",
              "ExecutionFailed",
              "ExecutionRedriven",
              "TaskScheduled",
              "TaskStarted",
              "TaskSucceeded",
              "TaskStateExited",
              "ExecutionSucceeded");
      assertThat(aws.describe(child).redriveCount()).isEqualTo(1);
    }
  }

  @Test
  void failingAgainCanBeRedrivenAgain() {
    try (Aws aws = Aws.open()) {
      Set<Integer> bad = ConcurrentHashMap.newKeySet();
      bad.addAll(List.of(2, 3));
      List<Integer> calls = calls(aws, bad);
      // One at a time: else the second item's failure may abort the first before it is through.
      String execution =
          aws.run(DistributedMapTest.map("\"Items\":[1,2,3],\"MaxConcurrency\":1"), "{}");
      bad.remove(2);
      aws.redrive(execution);
      assertThat(aws.describe(execution).status()).isEqualTo(ExecutionStatus.FAILED);
      bad.clear();
      aws.redrive(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("[10,20,30]"));
      assertThat(calls.stream().filter(c -> c == 1).count()).isEqualTo(1);
      assertThat(
              aws.sfn
                  .describeMapRun(r -> r.mapRunArn(DistributedMapTest.mapRun(aws, execution)))
                  .redriveCount())
          .isEqualTo(2);
    }
  }

  @Test
  void readerThatFailedReadsWhatIsThereNow() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> in);
      String execution =
          aws.run(
              DistributedMapTest.map(
                  """
                  "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},
                    "Arguments":{"Bucket":"b","Key":"late"}}
                  """),
              "{}");
      assertThat(aws.describe(execution).error()).isEqualTo("States.ItemReaderFailed");
      DistributedMapTest.put(aws, "late", "[7]");
      aws.redrive(execution);
      assertThat(aws.output(execution)).isEqualTo(Json.own("[7]"));
    }
  }

  @Test
  void resultFilesOfARedriveTellWhatRanSinceAndItsManifestListsAllSuccesses() {
    try (Aws aws = Aws.open()) {
      Set<Integer> bad = ConcurrentHashMap.newKeySet();
      bad.addAll(List.of(2, 3));
      calls(aws, bad);
      String execution =
          aws.run(
              DistributedMapTest.map(
                  "\"Items\":[1,2,3],\"MaxConcurrency\":1,\"ToleratedFailureCount\":1,"
                      + DistributedMapResultWriterTest.WRITER),
              "{\"prefix\":\"p\"}");
      bad.remove(2);
      aws.redrive(execution);
      String key = aws.output(execution).path("ResultWriterDetails").path("Key").asText();
      String folder = key.substring(0, key.lastIndexOf('/') + 1);
      assertThat(DistributedMapResultWriterTest.object(aws, folder + "SUCCEEDED_0.json"))
          .hasSize(1);
      assertThat(DistributedMapResultWriterTest.object(aws, folder + "FAILED_0.json")).hasSize(1);
      assertThat(DistributedMapResultWriterTest.object(aws, key).at("/ResultFiles/SUCCEEDED"))
          .hasSize(2);
      assertThat(DistributedMapResultWriterTest.object(aws, key).at("/ResultFiles/FAILED"))
          .hasSize(1);
    }
  }
}

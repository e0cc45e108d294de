package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributedMapResultWriterTest {
  static final String WRITER =
      """
      "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject",
        "Arguments":{"Bucket":"out","Prefix":"{% $states.input.prefix %}"}}
      """;

  @Test
  void outcomesGoToFilesOfTheirOwnAndTheManifestListsThem() {
    try (Aws aws = Aws.open()) {
      DistributedMapTest.failOn(aws, List.of(2));
      String execution =
          aws.run(
              DistributedMapTest.map(
                  "\"Items\":[1,2,3],\"ToleratedFailurePercentage\":100," + WRITER),
              "{\"prefix\":\"runs\"}");
      String runArn = DistributedMapTest.mapRun(aws, execution);
      String folder = "runs/" + runArn.substring(runArn.lastIndexOf(':') + 1) + "/";
      assertThat(aws.output(execution))
          .isEqualTo(
              Json.own(
                  """
                  {"MapRunArn":"%s","ResultWriterDetails":{"Bucket":"out","Key":"%smanifest.json"}}
                  """
                      .formatted(runArn, folder)));
      JsonNode manifest = object(aws, folder + "manifest.json");
      assertThat(manifest.path("DestinationBucket").asText()).isEqualTo("out");
      assertThat(manifest.path("MapRunArn").asText()).isEqualTo(runArn);
      assertThat(manifest.path("ResultFiles").path("PENDING")).isEmpty();
      assertThat(manifest.path("ResultFiles").path("FAILED").path(0).path("Key").asText())
          .isEqualTo(folder + "FAILED_0.json");
      JsonNode succeeded = object(aws, folder + "SUCCEEDED_0.json");
      assertThat(succeeded).hasSize(2);
      assertThat(succeeded.path(0).properties().stream().map(java.util.Map.Entry::getKey))
          .containsExactly(
              "ExecutionArn",
              "Input",
              "InputDetails",
              "Name",
              "Output",
              "OutputDetails",
              "RedriveCount",
              "RedriveStatus",
              "RedriveStatusReason",
              "StartDate",
              "StateMachineArn",
              "Status",
              "StopDate");
      assertThat(succeeded.path(1).path("Input").asText()).isEqualTo("3");
      assertThat(succeeded.path(1).path("RedriveStatusReason").asText())
          .isEqualTo("Execution is SUCCEEDED and cannot be redriven");
      JsonNode failed = object(aws, folder + "FAILED_0.json").path(0);
      assertThat(failed.path("Error").asText()).isEqualTo("Bad");
      assertThat(failed.path("Cause").asText()).contains("item 2");
      assertThat(failed.path("RedriveStatus").asText()).isEqualTo("REDRIVABLE_BY_MAP_RUN");
    }
  }

  @Test
  void itemsThatWereNotStartedArePending() {
    try (Aws aws = Aws.open()) {
      DistributedMapTest.failOn(aws, List.of(1));
      String execution =
          aws.run(
              DistributedMapTest.map("\"Items\":[1,2,3],\"MaxConcurrency\":1," + WRITER),
              "{\"prefix\":\"\"}");
      String runArn = DistributedMapTest.mapRun(aws, execution);
      String folder = runArn.substring(runArn.lastIndexOf(':') + 1) + "/";
      JsonNode pending = object(aws, folder + "PENDING_0.json");
      assertThat(pending).hasSize(2);
      assertThat(pending.path(0).path("Input").asText()).isEqualTo("2");
      assertThat(pending.path(0).path("Status").asText()).isEqualTo("PENDING");
    }
  }

  @Test
  void transformationsShapeFilesAndStateOutput() {
    try (Aws aws = Aws.open()) {
      aws.functions.put("f", in -> Json.array().add(in).add(in));
      String flat =
          DistributedMapTest.map(
              "\"Items\":[1,2],\"ResultWriter\":{\"WriterConfig\":{\"Transformation\":\"FLATTEN\",\"OutputType\":\"JSON\"}}");
      assertThat(aws.output(aws.run(flat, "{}"))).isEqualTo(Json.own("[1,1,2,2]"));
      String none =
          DistributedMapTest.map(
              "\"Items\":[1],\"ResultWriter\":{\"WriterConfig\":{\"Transformation\":\"NONE\",\"OutputType\":\"JSON\"}}");
      assertThat(aws.output(aws.run(none, "{}")).path(0).path("Output").asText())
          .isEqualTo("[1,1]");
      String lines =
          DistributedMapTest.map(
              """
              "Items":[1,2],"ResultWriter":{"Resource":"arn:aws:states:::s3:putObject",
                "Arguments":{"Bucket":"out","Prefix":"l"},"WriterConfig":{"Transformation":"COMPACT","OutputType":"JSONL"}}
              """);
      aws.output(aws.run(lines, "{}"));
      String name =
          aws.objects.names().stream()
              .filter(n -> n.endsWith("_0.jsonl"))
              .findFirst()
              .orElseThrow();
      String key = name.substring("out/".length());
      assertThat(new String(aws.objects.find("out", key).orElseThrow(), StandardCharsets.UTF_8))
          .isEqualTo("[1,1]\n[2,2]\n");
    }
  }

  static JsonNode object(Aws aws, String key) {
    return Json.own(aws.objects.find("out", key).orElseThrow());
  }
}

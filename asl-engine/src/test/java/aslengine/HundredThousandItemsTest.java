package aslengine;

import static org.assertj.core.api.Assertions.assertThat;

import aslengine.json.Json;
import aslengine.object.InMemoryObjectStore;
import aslengine.time.EngineTime;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Distributed Map of many items neither takes long nor fills the heap that the tests have. */
class HundredThousandItemsTest {
  private static final int ITEMS = Integer.getInteger("asl.items", 5_000);

  @TempDir Path directory;

  /** Processor time, so that whatever else this machine does is not counted. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Test
  void eachItemCostsLessThanAMillisecond() throws Exception {
    InMemoryObjectStore objects = new InMemoryObjectStore();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ITEMS; i++) {
      lines.append("{\"id\":").append(i).append(",\"text\":\"some text of an ordinary length\"}\n");
    }
    objects.put("b", "items", lines.toString().getBytes(StandardCharsets.UTF_8));
    CompletableFuture<String> ended = new CompletableFuture<>();
    try (Engine engine =
        Engine.builder()
            .time(EngineTime.leaping(Aws.START))
            .random(new Random(1))
            .journalDirectory(directory)
            .objects(objects)
            .onStatusChange(
                detail -> {
                  if (!detail.path("status").asText().equals("RUNNING")) {
                    ended.complete(detail.path("status").asText());
                  }
                })
            .open()) {
      var machine =
          Json.object()
              .put("name", "many")
              .put("roleArn", Aws.ROLE)
              .put(
                  "definition",
                  """
                  {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","End":true,"Label":"L",
                    "MaxConcurrency":1000,
                    "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL"},
                      "Arguments":{"Bucket":"b","Key":"items"}},
                    "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                      "StartAt":"P","States":{"P":{"Type":"Pass","Output":{"id":"{% $states.input.id %}"},"End":true}}},
                    "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Arguments":{"Bucket":"b","Prefix":"out"}}}}}
                  """);
      String arn = engine.call("CreateStateMachine", machine).path("stateMachineArn").asText();
      long start = cpuNanos();
      engine.call("StartExecution", Json.object().put("stateMachineArn", arn));
      assertThat(ended.get(120, TimeUnit.SECONDS)).isEqualTo("SUCCEEDED");
      double millis = (cpuNanos() - start) / 1e6;
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      System.out.printf(
          "%d items in %.0f ms of CPU: %.3f ms per item; heap in use after %d MiB%n",
          ITEMS, millis, millis / ITEMS, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      assertThat(millis / ITEMS).isLessThan(1.0);
    }
  }
}

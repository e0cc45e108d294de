package mosaicmatch.bench;

import aslengine.Engine;
import aslengine.object.InMemoryObjectStore;
import aslengine.task.LambdaAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mosaicmatch.bench.measure.Folders;

/**
 * One Distributed Map whose items each call a function that answers at once, with a journal on
 * disk.
 *
 * @param seconds from its start to its end
 * @param peakHeapMebibytes the most heap that was in use, garbage included
 */
record EngineMap(double seconds, double peakHeapMebibytes) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PACE_MILLIS = 20;
  private static final String DEFINITION =
      """
      {"QueryLanguage":"JSONata","StartAt":"Each","States":{"Each":{"Type":"Map","End":true,
       "MaxConcurrency":64,"Label":"Each",
       "ItemReader":{"Resource":"arn:aws:states:::s3:getObject",
        "ReaderConfig":{"InputType":"JSONL"},"Arguments":{"Bucket":"bench","Key":"items.jsonl"}},
       "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject",
        "Arguments":{"Bucket":"bench","Prefix":"results"}},
       "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
        "StartAt":"Call","States":{"Call":{"Type":"Task","End":true,
         "Resource":"arn:aws:states:::lambda:invoke",
         "Arguments":{"FunctionName":"echo","Payload":"{% $states.input %}"}}}}}}}
      """;

  static EngineMap run(int items) throws Exception {
    var folder = Files.createTempDirectory("engine-bench-");
    var objects = new InMemoryObjectStore();
    var lines = IntStream.range(0, items).mapToObj("{\"n\":%d}"::formatted);
    objects.put(
        "bench",
        "items.jsonl",
        lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
    try (var engine =
        Engine.builder()
            .journalDirectory(folder)
            .objects(objects)
            .lambda(call -> new LambdaAnswer.Returned(call.payload()))
            .open()) {
      resetPeaks();
      long start = System.nanoTime();
      await(engine, start(engine));
      return new EngineMap((System.nanoTime() - start) / 1e9, peakHeap());
    } finally {
      Folders.delete(folder);
    }
  }

  private static String start(Engine engine) {
    var machine =
        JSON.createObjectNode()
            .put("name", "bench")
            .put("definition", DEFINITION)
            .put("roleArn", "arn:aws:iam::000000000000:role/bench");
    var arn = engine.call("CreateStateMachine", machine).path("stateMachineArn").asText();
    var execution = JSON.createObjectNode().put("stateMachineArn", arn);
    return engine.call("StartExecution", execution).path("executionArn").asText();
  }

  private static void await(Engine engine, String execution) throws InterruptedException {
    var request = JSON.createObjectNode().put("executionArn", execution);
    JsonNode now = engine.call("DescribeExecution", request);
    while (now.path("status").asText().equals("RUNNING")) {
      Thread.sleep(PACE_MILLIS);
      now = engine.call("DescribeExecution", request);
    }
    if (!now.path("status").asText().equals("SUCCEEDED")) {
      throw new IllegalStateException("the map ended as " + now.path("status") + ": " + now);
    }
  }

  private static void resetPeaks() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static double peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / (double) (1 << 20);
  }
}

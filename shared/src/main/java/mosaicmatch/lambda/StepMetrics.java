package mosaicmatch.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import mosaicmatch.json.Json;
import mosaicmatch.settings.Environment;

/**
 * The metrics of one call of one step: a single line in CloudWatch's embedded metric format (Amazon
 * CloudWatch User Guide, "Specification: Embedded metric format"), namespace {@code MosaicMatch},
 * dimensions {@code service} and {@code step}. For one thread.
 */
public final class StepMetrics {

  private static final String NAMESPACE = "MosaicMatch";
  private static final String SERVICE = "mosaicmatch";

  private record Metric(double value, String unit) {}

  private final String step;
  private final Map<String, Metric> metrics = new LinkedHashMap<>();

  StepMetrics(String step) {
    this.step = step;
  }

  /** Adds to a count, such as {@code CyclesSkipped}. */
  public void count(String name, long more) {
    metrics.merge(
        name, new Metric(more, "Count"), (old, add) -> new Metric(old.value + add.value, "Count"));
  }

  /** Sets a time span, such as the age of the oldest unfinished pair. */
  public void time(String name, Duration span) {
    metrics.put(name, new Metric(span.toMillis(), "Milliseconds"));
  }

  /** Whether this process prints metrics: unless {@code MOSAIC_METRICS} is {@code off}. */
  static boolean printed(Environment environment) {
    return !environment.textOr("MOSAIC_METRICS", "emf").equals("off");
  }

  void print(LogKeys keys, Instant now, PrintStream out) {
    try {
      out.println(Json.mapper().writeValueAsString(line(keys, now)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always writable", e);
    }
  }

  private ObjectNode line(LogKeys keys, Instant now) {
    var line = Json.mapper().createObjectNode();
    var aws = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
    var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add("service").add("step");
    var names = directive.putArray("Metrics");
    line.put("service", SERVICE).put("step", step);
    keys.values().forEach(line::put);
    metrics.forEach((name, metric) -> add(name, metric, names, line));
    return line;
  }

  private static void add(String name, Metric metric, ArrayNode names, ObjectNode line) {
    names.addObject().put("Name", name).put("Unit", metric.unit);
    line.put(name, metric.value);
  }
}

package mosaicmatch.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import mosaicmatch.json.Json;
import mosaicmatch.settings.Environment;

/**
 * The metrics of one call of one step: a single line in CloudWatch's embedded metric format (Amazon
 * CloudWatch User Guide, "Specification: Embedded metric format"), namespace {@code MosaicMatch},
 * dimensions {@code service} and {@code step}. For one thread. A metric that the catalogue does not
 * give to the step is refused.
 */
public final class StepMetrics {

  private static final String NAMESPACE = "MosaicMatch";

  private final String service;
  private final String step;
  private final Map<Metric, Double> metrics = new EnumMap<>(Metric.class);

  StepMetrics(String service, String step) {
    this.service = service;
    this.step = step;
  }

  /** Adds to a count. */
  public void count(Metric metric, long more) {
    check(metric);
    metrics.merge(metric, (double) more, Double::sum);
  }

  /** Adds what is worth telling only if there is any: most calls print nothing of it. */
  void countIfAny(Metric metric, long more) {
    if (more > 0) {
      count(metric, more);
    }
  }

  /** Sets a time span, in the metric's own unit. */
  public void time(Metric metric, Duration span) {
    value(metric, metric.of(span));
  }

  /** Sets a figure. */
  public void value(Metric metric, double value) {
    check(metric);
    metrics.put(metric, value);
  }

  private void check(Metric metric) {
    if (!metric.isPrintedBy(step)) {
      throw new IllegalArgumentException(metric.wireName() + " is no metric of step " + step);
    }
  }

  /** Whether this process prints metrics: unless {@code MOSAIC_METRICS} is {@code off}. */
  static boolean printed(Environment environment) {
    return !environment.textOr("MOSAIC_METRICS", "emf").equals("off");
  }

  /** Whose metrics they are: two stages in one account have two names. */
  static String service(Environment environment) {
    return environment.textOr("POWERTOOLS_SERVICE_NAME", "mosaicmatch");
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
    line.put("service", service).put("step", step);
    keys.values().forEach(line::put);
    metrics.forEach((metric, value) -> add(metric, value, names, line));
    return line;
  }

  private static void add(Metric metric, double value, ArrayNode names, ObjectNode line) {
    names.addObject().put("Name", metric.wireName()).put("Unit", metric.unit());
    line.put(metric.wireName(), value);
  }
}

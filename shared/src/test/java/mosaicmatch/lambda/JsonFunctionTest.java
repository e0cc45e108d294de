package mosaicmatch.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.json.Json;
import mosaicmatch.plan.PairKey;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class JsonFunctionTest {

  record Event(Cycle cycle, PairKey pairKey, Instant at, Optional<String> note, int attempt) {}

  record Answer(String text) {}

  private static final String CYCLE =
      "{'id':'2026-11-22T02:00:00Z','execution':'arn:x','redrive_count':0,'fence':3,'dry_run':false}";
  private static final String GOOD =
      "{'cycle':" + CYCLE + ",'pair_key':'ada#ben','at':1795312800000,'attempt':2}";

  private final Map<String, String> seen = new HashMap<>();

  private final class Greeter extends JsonFunction<Event, Answer> {

    Greeter() {
      super("greet", Event.class, new Environment(Map.of("MOSAIC_METRICS", "off")));
    }

    @Override
    protected LogKeys logKeys(Event event) {
      return LogKeys.of(event.cycle()).pair(event.pairKey()).attempt(event.attempt());
    }

    @Override
    protected Answer answer(Event event, Call call) {
      seen.putAll(MDC.getCopyOfContextMap());
      if (event.note().isPresent()) {
        throw new IllegalStateException(event.note().get());
      }
      return new Answer("hello " + event.pairKey());
    }
  }

  private String call(String event) throws IOException {
    var out = new ByteArrayOutputStream();
    new Greeter()
        .handleRequest(
            new ByteArrayInputStream(event.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
            out,
            SomeContext.CONTEXT);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anEventIsAnswered() throws IOException {
    assertThat(call(GOOD)).isEqualTo("{\"text\":\"hello ada#ben\"}");
  }

  @Test
  void logLinesCarryTheKeysOfTheirCallAndOfNoOther() throws IOException {
    call(GOOD);
    assertThat(seen)
        .containsEntry("cycle_id", "2026-11-22T02:00:00Z")
        .containsEntry("execution", "arn:x")
        .containsEntry("correlation_id", "arn:x")
        .containsEntry("pair_key", "ada#ben")
        .containsEntry("attempt", "2")
        .containsEntry("function_request_id", "request-1");
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void errorsLeaveByTheirOwnClass() {
    assertThatThrownBy(() -> call(GOOD.replace("'at':", "'note':'boom','at':")))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("boom");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'fence':3 | 'fence':-1 | cycle: redrive_count and fence must not be negative",
        "'fence':3 | 'fence':'three' | cycle.fence",
        "'fence':3 | 'fence':3.5 | cycle.fence",
        "'fence':3 | 'fence':null | cycle.fence",
        "'fence':3, | `` | fence",
        "'fence':3 | 'fence':3,'fence':4 | fence",
        "'fence':3 | 'fence':3,'force':1 | cycle.force",
        "'ada#ben' | 'ben#ada' | pair_key: pair_key must be two different ids in order",
        "'ada#ben' | 7 | pair_key",
        "1795312800000 | 1795312800.5 | at: must be a whole number of milliseconds",
        "1795312800000 | '2026-11-22' | at: must be a whole number of milliseconds",
        ",'attempt':2 | `` | attempt",
        "2026-11-22T02:00:00Z | yesterday | cycle.id: cycle_id must look like 2026-11-22T02:00:00Z",
      })
  void aBadFieldIsNamed(String good, String bad, String named) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> call(GOOD.replace(good, bad)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"null", "[]", "7", "{", "{}", "{} {}", "''"})
  void anEventThatIsNoObjectIsRefused(String event) {
    assertThatThrownBy(() -> call(event)).isInstanceOf(BadInputException.class);
  }

  @Test
  void anEventBeyondLambdasLimitIsRefused() {
    assertThatThrownBy(() -> call(" ".repeat((6 << 20) + 1)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void aLongProblemIsCut() {
    assertThat(new BadInputException("x".repeat(1000))).message().hasSizeLessThan(310);
  }

  @Test
  void metricsAreOneLineInTheEmbeddedMetricFormat() throws IOException {
    var metrics = new StepMetrics("dev-mosaicmatch", "process-pair");
    metrics.count(Metric.PAIRS_COMPLETED, 2);
    metrics.count(Metric.PAIRS_COMPLETED, 1);
    metrics.time(Metric.DURATION, Duration.ofMillis(12));
    var out = new ByteArrayOutputStream();
    metrics.print(
        LogKeys.of(new mosaicmatch.cycle.CycleId("2026-11-22T02:00:00Z")),
        Instant.ofEpochMilli(5),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    JsonNode line = Json.mapper().readTree(out.toByteArray());
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(5);
    assertThat(directive.at("/Namespace").asText()).isEqualTo("MosaicMatch");
    assertThat(directive.at("/Dimensions")).hasToString("[[\"service\",\"step\"]]");
    assertThat(directive.at("/Metrics"))
        .hasToString(
            "[{\"Name\":\"Duration\",\"Unit\":\"Milliseconds\"},"
                + "{\"Name\":\"PairsCompleted\",\"Unit\":\"Count\"}]");
    assertThat(line.at("/service").asText()).isEqualTo("dev-mosaicmatch");
    assertThat(line.at("/step").asText()).isEqualTo("process-pair");
    assertThat(line.at("/cycle_id").asText()).isEqualTo("2026-11-22T02:00:00Z");
    assertThat(line.at("/PairsCompleted").asInt()).isEqualTo(3);
    assertThat(line.at("/Duration").asInt()).isEqualTo(12);
  }

  @Test
  void whatDidNotHappenIsNotPrinted() {
    var metrics = new StepMetrics("mosaicmatch", "process-pair");
    metrics.countIfAny(Metric.CIRCUIT_OPEN, 0);
    metrics.countIfAny(Metric.SERVICE_RETRIES, 2);
    var out = new ByteArrayOutputStream();
    metrics.print(
        LogKeys.none(), Instant.EPOCH, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"ServiceRetries\":2.0")
        .doesNotContain("CircuitOpen");
  }

  @Test
  void aMetricThatTheCatalogueGivesToAnotherStepIsRefused() {
    var metrics = new StepMetrics("mosaicmatch", "open-cycle");
    assertThatThrownBy(() -> metrics.count(Metric.PAIRS_COMPLETED, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PairsCompleted is no metric of step open-cycle");
  }

  @Test
  void aCountIsNoTimeSpan() {
    var metrics = new StepMetrics("mosaicmatch", "open-cycle");
    assertThatThrownBy(() -> metrics.time(Metric.CYCLES_STARTED, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

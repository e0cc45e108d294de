package mosaicmatch.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.lambda.Metric;
import org.junit.jupiter.api.Test;

class MetricsAreDocumentedTest {

  private static final Map<String, Metric> BY_NAME =
      Stream.of(Metric.values())
          .collect(Collectors.toMap(Metric::wireName, metric -> metric, (a, _) -> a, TreeMap::new));

  private static String steps(Metric metric) {
    return metric.steps().stream()
        .map(step -> step.equals("any") ? step : "`" + step + "`")
        .collect(Collectors.joining(", "));
  }

  @Test
  void theTableListsEveryMetricWithUnitStepsAndMeaning() {
    var rows =
        TemplateText.find(
                "(?m)^\\| `([A-Z]\\w+)` \\| (\\w+) \\| ([^|]+) \\| ([^|]{10,}) \\|$",
                TemplateText.file("docs/metrics.md"))
            .toList();
    assertThat(rows.stream().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(BY_NAME.keySet());
    for (var row : rows) {
      var metric = BY_NAME.get(row.group(1));
      assertThat(row.group(2)).as(row.group(1)).isEqualTo(metric.unit());
      assertThat(row.group(3)).as(row.group(1)).isEqualTo(steps(metric));
    }
  }

  @Test
  void everyMetricOfTheCatalogueIsPrintedSomewhere() throws IOException {
    var code = new StringBuilder();
    for (var module :
        new String[] {
          "lock-fn", "fetch-pool-fn", "pair-fn", "process-pair-fn", "reconcile-fn", "shared"
        }) {
      try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    assertThat(
            TemplateText.find("Metric\\.([A-Z][A-Z0-9_]+)", code.toString())
                .map(use -> use.group(1))
                .collect(Collectors.toSet()))
        .containsAll(Stream.of(Metric.values()).map(Metric::name).toList());
  }

  private static void isInTheCatalogue(MatchResult used) {
    var name = used.group(1);
    assertThat(BY_NAME).containsKey(name);
    var steps = BY_NAME.get(name).steps();
    assertThat(steps.contains("any") || steps.contains(used.group(2)))
        .as(name + " of step " + used.group(2))
        .isTrue();
  }

  @Test
  void theDashboardShowsOnlyMetricsThatExist() {
    var used =
        TemplateText.find(
                "\"MosaicMatch\", \"(\\w+)\", \"service\","
                    + " \"\\$\\{NamePrefix}mosaicmatch\", \"step\", \"([a-z-]+)\"",
                TemplateText.all())
            .toList();
    assertThat(used)
        .hasSize((int) TemplateText.find("\"MosaicMatch\"", TemplateText.all()).count());
    used.forEach(MetricsAreDocumentedTest::isInTheCatalogue);
  }

  @Test
  void theAlarmsWatchOnlyMetricsThatExist() {
    var alarms = String.join("", TemplateText.resources("AWS::CloudWatch::Alarm").values());
    var used =
        TemplateText.find(
                "(?s)Namespace: MosaicMatch,?\\s+MetricName: (\\w+).*?Name: step, Value: ([a-z-]+)",
                alarms)
            .toList();
    assertThat(used)
        .isNotEmpty()
        .hasSize((int) TemplateText.find("Namespace: MosaicMatch", alarms).count());
    used.forEach(MetricsAreDocumentedTest::isInTheCatalogue);
  }
}

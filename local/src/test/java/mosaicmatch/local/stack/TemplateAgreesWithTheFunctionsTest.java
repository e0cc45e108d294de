package mosaicmatch.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.local.deploy.TemplateText;
import mosaicmatch.settings.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateAgreesWithTheFunctionsTest {

  private static final List<String> MODULES =
      List.of("lock-fn", "fetch-pool-fn", "pair-fn", "process-pair-fn", "reconcile-fn", "shared");

  private static Map<String, String> variables() {
    var variables = new TreeMap<String, String>();
    TemplateText.find("(?m)^        (MOSAIC_\\w+): (.+)$", TemplateText.all())
        .forEach(variable -> variables.put(variable.group(1), variable.group(2)));
    return variables;
  }

  private static void setUp(String variable, String value) {
    var settings = Map.of("MOSAIC_METRICS", "off", variable, value);
    var aws = new AwsClients(Endpoints.nowhere().environment(settings));
    for (var function : CycleFunction.values()) {
      function.handler(aws);
    }
  }

  @Test
  void theTemplateHasEveryFunctionWithItsTimeout() {
    var timeouts = new TreeMap<String, Long>();
    TemplateText.resources("AWS::Serverless::Function")
        .forEach(
            (name, function) ->
                timeouts.put(
                    name,
                    TemplateText.find("(?m)^      Timeout: (\\d+)$", function)
                        .map(timeout -> Long.valueOf(timeout.group(1)))
                        .findFirst()
                        .orElse(30L)));
    assertThat(timeouts)
        .isEqualTo(
            Arrays.stream(CycleFunction.values())
                .collect(
                    Collectors.toMap(
                        CycleFunction::logicalId, function -> function.timeout().toSeconds())));
  }

  @Test
  void theTemplateSetsEveryVariableThatFunctionsRead() throws IOException {
    var code = new StringBuilder();
    for (var module : MODULES) {
      try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    var read =
        TemplateText.find("\"(MOSAIC_\\w+)\"", code.toString())
            .map(variable -> variable.group(1))
            .collect(Collectors.toSet());
    assertThat(variables().keySet()).isEqualTo(read);
  }

  /** A variable that carries a parameter, and the parameter's lines. */
  record Setting(String variable, String parameter) {

    String bound(String name) {
      return TemplateText.find("(?m)^    " + name + ": (.+)$", parameter)
          .findFirst()
          .orElseThrow(() -> new AssertionError(variable + " has no " + name))
          .group(1);
    }

    @Override
    public String toString() {
      return variable;
    }
  }

  private static Setting parameter(String name) {
    return new Setting(name, TemplateText.section("Parameters").getOrDefault(name, ""));
  }

  private static Stream<Setting> settings(String type) {
    var parameters = TemplateText.section("Parameters");
    return variables().entrySet().stream()
        .filter(variable -> variable.getValue().startsWith("!Ref "))
        .map(
            variable ->
                new Setting(
                    variable.getKey(),
                    parameters.getOrDefault(variable.getValue().substring("!Ref ".length()), "")))
        .filter(setting -> setting.parameter().contains(type));
  }

  static Stream<Setting> numbers() {
    return settings("Type: Number");
  }

  static Stream<Setting> choices() {
    return settings("AllowedValues");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numbersHaveTheSameBoundsInTemplateAndCode(Setting setting) {
    var lowest = new BigDecimal(setting.bound("MinValue"));
    var highest = new BigDecimal(setting.bound("MaxValue"));
    for (var good : List.of(lowest, highest, new BigDecimal(setting.bound("Default")))) {
      assertThatCode(() -> setUp(setting.variable(), good.toPlainString()))
          .as(good.toPlainString())
          .doesNotThrowAnyException();
    }
    for (var bad : List.of(lowest.subtract(BigDecimal.ONE), highest.add(BigDecimal.ONE))) {
      assertThatThrownBy(() -> setUp(setting.variable(), bad.toPlainString()))
          .as(bad.toPlainString())
          .isInstanceOf(WrongSettingException.class)
          .hasMessageContaining(setting.variable());
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theTableOfSettingsSaysTheSame(Setting setting) {
    var row =
        TemplateText.find(
                "(?m)^\\| `" + setting.variable() + "` \\| ([^ ;|]+)[^|]*\\| (\\S+) to (\\S+) \\|",
                TemplateText.file("docs/architecture.md"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row for " + setting));
    assertThat(
            Stream.of(row.group(1), row.group(2), row.group(3))
                .map(number -> new BigDecimal(number.replace(",", ""))))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal(setting.bound("Default")),
            new BigDecimal(setting.bound("MinValue")),
            new BigDecimal(setting.bound("MaxValue")));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void choicesAreTheSameInTemplateAndCode(Setting setting) {
    for (var good : setting.bound("AllowedValues").replaceAll("[\\[\\]\"]", "").split(", ")) {
      assertThatCode(() -> setUp(setting.variable(), good)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> setUp(setting.variable(), "perhaps"))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining(setting.variable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(1 minute)",
        "rate(1 hour)",
        "rate(30 minutes)",
        "rate(7 days)",
        "rate(9999 hours)"
      })
  void whateverRateTheTemplateAllowsTheCodeUnderstands(String rate) {
    assertThat(rate).matches(parameter("CycleRate").bound("AllowedPattern"));
    assertThatCode(() -> setUp("MOSAIC_CYCLE_RATE", rate)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "--add-modules=jdk.incubator.vector,true",
    "'',true",
    "--add-modules jdk.incubator.vector,false",
    "-Xss1m -Xmx2g,true",
    "-Xss1m  -Xmx2g,false",
  })
  void noOptionOfTheJvmHasASpace(String option, boolean allowed) {
    assertThat(option.matches(parameter("PairJavaToolOptions").bound("AllowedPattern")))
        .isEqualTo(allowed);
  }

  /** What a snapshot holds is what was there when a function was set up: no open connection. */
  @Test
  void functionsAreSetUpWithoutACall() throws IOException {
    try (var server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      var here = URI.create("http://127.0.0.1:" + server.socket().getLocalPort());
      var endpoints = new Endpoints(here, here, here);
      var aws = new AwsClients(endpoints.environment(Map.of("MOSAIC_METRICS", "off")));
      var handlers = new ArrayList<Object>();
      for (var function : CycleFunction.values()) {
        handlers.add(function.handler(aws));
      }
      assertThat(handlers).hasSize(CycleFunction.values().length);
      assertThat(server.accept()).isNull();
    }
  }
}

package mosaicmatch.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mosaicmatch.settings.Environment;
import org.junit.jupiter.api.Test;

/** What the template gives functions is what a command works with on AWS. */
class EveryVariableOfTheTemplateIsReadBackTest {

  private static final Pattern REFERENCE =
      Pattern.compile("^ {8}(MOSAIC_[A-Z_]+): !Ref ([A-Za-z]+)$", Pattern.MULTILINE);
  private static final Pattern PREFIXED =
      Pattern.compile("^ {8}(MOSAIC_[A-Z_]+): !Sub \\$\\{NamePrefix}(\\S+)$", Pattern.MULTILINE);
  private static final Pattern TABLE =
      Pattern.compile(
          "^ {2}([A-Za-z]+Table):\\n(?: {4}.*\\n)*? {6}TableName: !Sub \\$\\{NamePrefix}(\\S+)$",
          Pattern.MULTILINE);

  @Test
  void everyParameterThatIsAVariableBecomesThatVariable() throws IOException {
    var template = Files.readString(Path.of("../template.yaml"));
    var tables = new TreeMap<String, String>();
    TABLE.matcher(template).results().forEach(found -> tables.put(found.group(1), found.group(2)));
    var expected = new TreeMap<String, String>();
    var parameters = new TreeMap<String, String>();
    parameters.put("NamePrefix", "dev-");
    REFERENCE
        .matcher(template)
        .results()
        .forEach(
            found -> {
              var table = tables.get(found.group(2));
              if (table != null) {
                expected.put(found.group(1), "dev-" + table);
              } else if (!found.group(2).equals("CycleBucket")) {
                parameters.put(found.group(2), "value of " + found.group(2));
                expected.put(found.group(1), "value of " + found.group(2));
              }
            });
    PREFIXED
        .matcher(template)
        .results()
        .forEach(found -> expected.put(found.group(1), "dev-" + found.group(2)));

    assertThat(expected).hasSizeGreaterThan(12);
    assertThat(StackParameters.variables(parameters)).containsAllEntriesOf(expected);
  }

  @Test
  void whatIsSetHereIsToldAsParameters() {
    var environment = new Environment(Map.of("MOSAIC_THRESHOLD", "0.5"));
    assertThat(StackParameters.of(environment))
        .containsOnly(Map.entry("NamePrefix", ""), Map.entry("Threshold", "0.5"));
  }
}

package mosaicmatch.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RolesAreNarrowTest {

  private static final Map<String, String> FUNCTIONS =
      TemplateText.resources("AWS::Serverless::Function");
  private static final String BOUNDARY =
      TemplateText.resources("AWS::IAM::ManagedPolicy").getOrDefault("FunctionBoundary", "");

  /** Each statement's actions with its resources, as the template writes them. */
  private static Set<String> statements(String policies) {
    return TemplateText.find(
            "(?s)- Effect: Allow\n +Action:(.*?)\n +Resource:(.*?)(?=\n +- Effect|\n      \\w|\\z)",
            policies)
        .flatMap(
            statement ->
                TemplateText.find("[a-z0-9]+:[A-Z]\\w+", statement.group(1))
                    .flatMap(
                        action ->
                            TemplateText.find(
                                    "(?m)!GetAtt \\S+\\w|!Sub \"?[^\\s\"]+|!Ref \\w+|\"\\*\"",
                                    statement.group(2))
                                .map(
                                    resource ->
                                        action.group()
                                            + " on "
                                            + resource.group().replace("\"", ""))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void onlyLogDeliveryAndTracesAndAKeysOwnPolicyHaveEveryResource() {
    var wide = new TreeSet<String>();
    TemplateText.section("Resources")
        .forEach(
            (name, lines) -> {
              if (lines.contains("Resource: \"*\"")) {
                wide.add(name);
              }
            });
    assertThat(wide).containsExactly("AlarmKey", "CycleRole", "FunctionBoundary");
    assertThat(statements(BOUNDARY).stream().filter(line -> line.endsWith("on *")))
        .containsExactly("xray:PutTelemetryRecords on *", "xray:PutTraceSegments on *");
    var cycle = TemplateText.section("Resources").getOrDefault("CycleRole", "");
    assertThat(statements(cycle).stream().filter(line -> line.endsWith("on *")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("logs:") || line.startsWith("xray:"));
  }

  @Test
  void nobodyScansOrHasAllActionsOfAService() {
    assertThat(TemplateText.all()).doesNotContain("dynamodb:Scan");
    var wide =
        TemplateText.find("(?m)Action: .*\\w:\\*", TemplateText.all())
            .map(found -> found.group())
            .toList();
    assertThat(wide).containsExactlyInAnyOrder("Action: kms:*", "Action: s3:*");
    assertThat(TemplateText.resources("AWS::S3::BucketPolicy").values())
        .allMatch(policy -> policy.contains("Effect: Deny"));
  }

  /** A path below what the boundary allows counts as allowed: report files are cycle files. */
  private static boolean isWithin(Set<String> allowed, String statement) {
    return allowed.contains(statement)
        || allowed.stream()
            .filter(line -> line.endsWith("/*"))
            .anyMatch(line -> statement.startsWith(line.substring(0, line.length() - 1)));
  }

  @Test
  void theBoundaryAllowsWhatFunctionsMayDo() {
    var allowed = statements(BOUNDARY);
    FUNCTIONS.forEach(
        (name, lines) ->
            assertThat(statements(lines))
                .as(name)
                .isNotEmpty()
                .allMatch(statement -> isWithin(allowed, statement)));
  }

  @Test
  void everyFunctionWritesToAGroupOfItsOwnThatTheBoundaryAllows() {
    FUNCTIONS
        .keySet()
        .forEach(
            name -> {
              var logs = name.substring(0, name.length() - "Function".length()) + "Logs";
              assertThat(FUNCTIONS.get(name)).contains("LogGroup: !Ref " + logs + "\n");
              assertThat(BOUNDARY).contains("!GetAtt " + logs + ".Arn\n");
            });
  }
}

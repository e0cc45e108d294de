package aslengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

class DefinitionCheckTest {
  private static Aws aws;

  @BeforeAll
  static void open() {
    aws = Aws.open();
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  private static String faults(String definition) {
    var response = aws.sfn.validateStateMachineDefinition(r -> r.definition(definition));
    assertThat(response.result())
        .isEqualTo(
            response.diagnostics().isEmpty()
                ? ValidateStateMachineDefinitionResultCode.OK
                : ValidateStateMachineDefinitionResultCode.FAIL);
    StringBuilder text = new StringBuilder();
    response
        .diagnostics()
        .forEach(
            d ->
                text.append(d.code())
                    .append(" ")
                    .append(d.message())
                    .append(" @ ")
                    .append(d.location())
                    .append("; "));
    return text.toString();
  }

  private static String states(String states) {
    return "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{" + states + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|SCHEMA_VALIDATION_FAILED Definition must be a valid JSON object @ null",
        "[]|SCHEMA_VALIDATION_FAILED Definition must be a valid JSON object @ null",
        "{|INVALID_JSON_DESCRIPTION",
        "{}|These fields are required: [States, StartAt] @ /",
        "{\"States\":{}}|These fields are required: [StartAt] @ /",
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}},\"Extra\":1}|Field"
            + " is not supported @ /Extra",
        "{\"StartAt\":\"X\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}|MISSING_TRANSITION_TARGET"
            + " Missing 'Next' target: X @ /StartAt",
        "{\"StartAt\":\"A\",\"TimeoutSeconds\":0,\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}|@"
            + " /TimeoutSeconds"
      })
  void faultsOfTheWholeAreNamedByTheirPath(String definition, String fault) {
    assertThat(faults(definition)).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"A\":{\"Type\":\"Nope\"}|@ /States/A/Type",
        "\"A\":{\"Type\":\"Pass\"}|Exactly one of the fields 'Next' and 'End' is required @"
            + " /States/A",
        "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"}|Missing 'Next' target: B @ /States/A/Next",
        "\"A\":{\"Type\":\"Pass\",\"End\":true},\"B\":{\"Type\":\"Pass\",\"End\":true}|MISSING_TRANSITION_TARGET"
            + " State \"B\" is not reachable. @ /States/B",
        "\"A\":{\"Type\":\"Pass\",\"InputPath\":\"$\",\"End\":true}|@ /States/A/InputPath",
        "\"A\":{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONPath\",\"End\":true}|'QueryLanguage' can"
            + " not be 'JSONPath' if set to 'JSONata' for whole state machine @ /States/A",
        "\"A\":{\"Type\":\"Pass\",\"Output\":{\"x\":[\"{% 1 + %}\"]},\"End\":true}|@"
            + " /States/A/Output/x[0]",
        "\"A\":{\"Type\":\"Pass\",\"Output\":\"{% $states.result %}\",\"End\":true}|@"
            + " /States/A/Output",
        "\"A\":{\"Type\":\"Pass\",\"Assign\":{\"states\":1},\"End\":true}|@"
            + " /States/A/Assign/states",
        "\"A\":{\"Type\":\"Pass\",\"Assign\":{\"1x\":1},\"End\":true}|@ /States/A/Assign/1x",
        "\"A\":{\"Type\":\"Task\",\"End\":true}|These fields are required: [Resource] @ /States/A",
        "\"A\":{\"Type\":\"Task\",\"Resource\":\"nope\",\"End\":true}|@ /States/A/Resource",
        "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"TimeoutSeconds\":5,\"HeartbeatSeconds\":5,\"End\":true}|@"
            + " /States/A/HeartbeatSeconds",
        "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:x\",\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"]},{\"ErrorEquals\":[\"X\"]}],\"End\":true}|@"
            + " /States/A/Retry[0]/ErrorEquals",
        "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:x\",\"Retry\":[{\"ErrorEquals\":[\"X\"],\"BackoffRate\":0.5,\"MaxAttempts\":-1}],\"End\":true}|@"
            + " /States/A/Retry[0]/BackoffRate",
        "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:x\",\"Catch\":[{\"ErrorEquals\":[]}],\"End\":true}|@"
            + " /States/A/Catch[0]/ErrorEquals",
        "\"A\":{\"Type\":\"Choice\",\"Choices\":[]}|@ /States/A/Choices",
        "\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Next\":\"A\"}]}|These fields are required:"
            + " [Condition] @ /States/A/Choices[0]",
        "\"A\":{\"Type\":\"Wait\",\"End\":true}|Exactly one of the fields 'Seconds' and 'Timestamp'"
            + " is required @ /States/A",
        "\"A\":{\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Pass\"}}}],\"End\":true}|@"
            + " /States/A/Branches[0]/States/B",
        "\"A\":{\"Type\":\"Map\",\"End\":true}|These fields are required: [ItemProcessor] @"
            + " /States/A",
        "\"A\":{\"Type\":\"Map\",\"Label\":\"x\",\"ItemProcessor\":{\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Pass\",\"End\":true}}},\"End\":true}|@"
            + " /States/A/Label",
        "\"A\":{\"Type\":\"Map\",\"Label\":\"a"
            + " b\",\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Pass\",\"End\":true}}},\"End\":true}|@"
            + " /States/A/Label",
        "\"A\":{\"Type\":\"Map\",\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\"},\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Pass\",\"End\":true}}},\"End\":true}|@"
            + " /States/A/ItemProcessor/ProcessorConfig/ExecutionType",
        "\"A\":{\"Type\":\"Parallel\",\"Assign\":{\"v\":1},\"Branches\":[{\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Pass\",\"Assign\":{\"v\":2},\"End\":true}}}],\"End\":true}|@"
            + " /States/A/Branches[0]/States/B/Assign/v",
        "\"A\":{\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}],\"End\":true}|DUPLICATE_STATE_NAME"
      })
  void faultsOfStatesAreNamedByTheirPath(String states, String fault) {
    assertThat(faults(states(states))).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Result\":{\"x\":1},\"Next\":\"B\"},\"B\":{\"Type\":\"Wait\",\"Seconds\":1,\"Next\":\"C\"},\"C\":{\"Type\":\"Succeed\"}}}",
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":1,\"End\":true}}}"
      })
  void statesWithoutPathsNeedNoQueryLanguage(String definition) {
    assertThat(faults(definition)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$.b\"},\"End\":true}|/States/A/Parameters",
        "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:x\",\"Parameters\":{\"a.$\":\"$.b\"},\"End\":true}|/States/A/Parameters/a.$",
        "\"A\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.x\",\"IsNull\":true,\"Next\":\"A\"}]}|/States/A/Choices[0]",
        "\"A\":{\"Type\":\"Wait\",\"SecondsPath\":\"$.x\",\"End\":true}|/States/A/SecondsPath"
      })
  void pathsAreRefusedByName(String states, String path) {
    assertThat(faults("{\"StartAt\":\"A\",\"States\":{" + states + "}}")).contains(path);
  }

  @Test
  void createRefusesWithEveryFaultInItsMessage() {
    assertThatThrownBy(() -> aws.machine("bad", "{\"StartAt\":\"A\"}"))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(
            "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are"
                + " required: [States] at /'");
  }

  @Test
  void expressMachinesHaveNoCallbacks() {
    var response =
        aws.sfn.validateStateMachineDefinition(
            r ->
                r.type("EXPRESS")
                    .definition(
                        states(
                            "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke.waitForTaskToken\",\"End\":true}")));
    assertThat(response.diagnostics().getFirst().message())
        .startsWith(
            "Express state machine does not support '.waitForTaskToken' service integration");
  }

  @Test
  void inlineMapMaySayHowManyFailuresItTolerates() {
    try (Aws aws = Aws.open()) {
      String execution =
          aws.run(
              """
              {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Items":[1],"End":true,
                "ToleratedFailureCount":"{% 1 %}","ToleratedFailurePercentage":100,
                "ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}}}}
              """,
              "{}");
      assertThat(aws.describe(execution).output()).isEqualTo("[1]");
    }
  }
}

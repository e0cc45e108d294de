package mosaicmatch.local.template;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongTemplateIsNamedByItsPlaceTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MemorySize: 64                                         | MemorySize must be from 128 to"
            + " 10240",
        "Timeout: soon                                          | Timeout must be a whole number",
        "Runtime: java21                                        | Runtime must be java25, not"
            + " java21",
        "Handler: other.Handler                                 | Handler is there twice",
        "Environment: { Variables: { X: !Ref Nothing } }        | Variables.X refers to Nothing,"
            + " which the template does not have",
        "Environment: { Variables: { X: !Ref Odd } }            | of a type not known here:"
            + " AWS::Odd::Kind",
        "Environment: { Variables: { X: !GetAtt Things.Colour } } | asks for Things.Colour",
        "Environment: { Variables: { X: !Ref Address } }        | needs parameter Address, which"
            + " has no default",
        "Environment: { Variables: { X: !Cidr [a, b] } }        | uses !Cidr, which is not known"
            + " here",
        "Environment: { Variables: { X: !If [Gone, a, b] } }    | names condition Gone",
        "Environment: { Variables: { X: !If [IsFancy, a] } }    | must hold a condition and two"
            + " values",
        "Environment: { Variables: { X: !Select [7, [a]] } }    | must hold the number of an"
            + " element",
        "Environment: { Variables: { X: !Join [a] } }           | must hold a separator and a list",
        "Environment: { Variables: { X: [a, b] } }              | must be a single value",
        "Policies: AWSLambdaBasicExecutionRole                  | a managed policy can't be read"
            + " here",
        "Policies: [{ SQSPollerPolicy: { QueueName: x } }]      | SAM's policy templates can't be"
            + " read here",
        "Policies: { Statement: { Effect: Deny, Action: a, Resource: b } } | must have Effect"
            + " Allow",
        "Policies: { Statement: { Effect: Allow, Action: a } }  | must have Resource",
      })
  void placeAndReasonAreTold(String property, String message) {
    assertThatThrownBy(() -> new Templates(folder).read(property))
        .isInstanceOf(BadTemplateException.class)
        .hasMessageMatching("(?s)template.yaml line \\d+: Resources\\.TryFunction.*")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Stage | Dev   | Stage must match",
        "Size  | 64    | Size must be from 128 to 2048",
        "Size  | big   | Size must be a number",
        "Mode  | other | Mode must be one of [plain, fancy]",
        "Address | x   | Address is too short",
        "Sise  | 512   | there is no parameter Sise; there are [Address, Mode, Size, Stage]",
      })
  void aParameterOutOfItsRangeIsToldByName(String name, String value, String message) {
    assertThatThrownBy(() -> new Templates(folder).read("Timeout: 5", Map.of(name, value)))
        .isInstanceOf(BadTemplateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsNoYamlIsToldByItsLine() throws IOException {
    var file =
        Files.writeString(folder.resolve("template.yaml"), "Resources:\n  A: [1, 2\n  B: 3\n");
    assertThatThrownBy(() -> SamTemplate.read(file))
        .isInstanceOf(BadTemplateException.class)
        .hasMessageContaining("template.yaml line 3");
  }

  @Test
  void aMissingAndAnEmptyFileAreNamed() throws IOException {
    assertThatThrownBy(() -> SamTemplate.read(folder.resolve("none.yaml")))
        .hasMessageContaining("none.yaml");
    var empty = Files.writeString(folder.resolve("empty.yaml"), "");
    assertThatThrownBy(() -> SamTemplate.read(empty)).hasMessageContaining("empty.yaml is empty");
  }
}

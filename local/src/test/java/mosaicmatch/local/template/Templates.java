package mosaicmatch.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Small templates in a folder. */
record Templates(Path folder) {

  private static final String HEAD =
      """
      Parameters:
        Stage: { Type: String, Default: "", AllowedPattern: "^([a-z]+-)?$" }
        Size: { Type: Number, Default: 512, MinValue: 128, MaxValue: 2048 }
        Mode: { Type: String, Default: plain, AllowedValues: [plain, fancy] }
        Address: { Type: String, MinLength: 3 }
      Conditions:
        IsFancy: !Equals [!Ref Mode, fancy]
        IsPlain: !Not [!Condition IsFancy]
        Either: !Or [!Condition IsFancy, !Condition IsPlain]
        Both: !And [!Condition IsFancy, !Condition IsPlain]
      Globals:
        Function:
          Runtime: java25
          Environment: { Variables: { GLOBAL: one } }
      Resources:
        Things: { Type: "AWS::DynamoDB::Table", Properties: { TableName: !Sub "${Stage}Things" } }
        Files: { Type: "AWS::S3::Bucket" }
        Key: { Type: "AWS::SecretsManager::Secret", Properties: { Name: the/key } }
        Odd: { Type: "AWS::Odd::Kind", Properties: { Weird: !Cidr [a, b, c] } }
        TryFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: some.Handler
            CodeUri: a/b.jar
            Layers: !Split [",", "never read"]
      """;

  /** A template whose one function has these further properties. */
  Path with(String properties) throws IOException {
    return Files.writeString(
        folder.resolve("template.yaml"), HEAD + properties.stripIndent().indent(6));
  }

  TemplateFunction read(String properties, Map<String, String> parameters) throws IOException {
    return SamTemplate.read(with(properties), parameters).functions().getFirst();
  }

  TemplateFunction read(String properties) throws IOException {
    return read(properties, Map.of());
  }

  /** What a variable with that value becomes. */
  String value(String yaml, Map<String, String> parameters) throws IOException {
    return read("Environment: { Variables: { X: " + yaml + " } }", parameters)
        .environment()
        .get("X");
  }
}

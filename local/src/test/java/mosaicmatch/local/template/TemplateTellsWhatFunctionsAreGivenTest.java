package mosaicmatch.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTellsWhatFunctionsAreGivenTest {

  private static final SamTemplate DEPLOYED = SamTemplate.read(Path.of("../template.yaml"));

  @TempDir private Path folder;

  @Test
  void aDeployedFunctionIsReadWhole() {
    var function = DEPLOYED.function("FetchPool").orElseThrow();
    assertThat(function.logicalId()).isEqualTo("FetchPoolFunction");
    assertThat(function.handler()).isEqualTo("mosaicmatch.fetchpool.FetchPoolHandler");
    assertThat(function.codeUri()).isEqualTo(Path.of("fetch-pool-fn/target/fetch-pool-fn.jar"));
    assertThat(function.memoryMegabytes()).isEqualTo(2_048);
    assertThat(function.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(function.environment())
        .containsEntry("MOSAIC_LOCK_TABLE", "MosaicMatchLock")
        .containsEntry("MOSAIC_BUCKET", "mosaicmatch-cycles")
        .containsEntry("MOSAIC_TRAIT_SERVICE_SECRET", "mosaicmatch/batch-key")
        .containsEntry("MOSAIC_LEASE_SECONDS", "300");
    assertThat(function.statements())
        .contains(
            new PolicyStatement(
                List.of("dynamodb:BatchGetItem"),
                List.of("arn:aws:dynamodb:us-east-1:000000000000:table/MosaicMatchClaims")),
            new PolicyStatement(
                List.of("s3:PutObject"), List.of("arn:aws:s3:::mosaicmatch-cycles/cycles/*")),
            new PolicyStatement(
                List.of("secretsmanager:GetSecretValue"),
                List.of(
                    "arn:aws:secretsmanager:us-east-1:000000000000:secret:mosaicmatch/batch-key-*")));
  }

  @Test
  void everyDeployedFunctionHasAJarAHandlerAndSomethingItMayDo() {
    assertThat(DEPLOYED.functions()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(DEPLOYED.functions())
        .allSatisfy(
            function -> {
              assertThat(function.codeUri().toString()).endsWith("-fn.jar");
              assertThat(function.handler()).startsWith("mosaicmatch.");
              assertThat(function.statements()).isNotEmpty();
              assertThat(function.name()).doesNotEndWith("Function");
            });
  }

  @Test
  void aFunctionIsFoundByNameAndByLogicalId() {
    assertThat(DEPLOYED.function("ReconcileFunction")).isEqualTo(DEPLOYED.function("Reconcile"));
    assertThat(DEPLOYED.function("Nothing")).isEmpty();
  }

  @Test
  void itsOwnVariablesComeOverTheGlobalOnes() throws IOException {
    var function =
        new Templates(folder).read("Environment: { Variables: { OWN: !Ref Things, GLOBAL: two } }");
    assertThat(function.environment()).isEqualTo(Map.of("OWN", "Things", "GLOBAL", "two"));
    assertThat(function.memoryMegabytes()).isEqualTo(128);
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(function.snapStart()).isFalse();
  }

  @Test
  void aStatementMayBeOneOrAListOfThem() throws IOException {
    var function =
        new Templates(folder)
            .read(
                """
                SnapStart: { ApplyOn: PublishedVersions }
                MemorySize: !Ref Size
                Policies:
                  Statement:
                    Effect: Allow
                    Action: dynamodb:Query
                    Resource: [!GetAtt Things.Arn, !Sub "${Things.Arn}/index/*"]
                """);
    assertThat(function.statements())
        .containsExactly(
            new PolicyStatement(
                List.of("dynamodb:Query"),
                List.of(
                    "arn:aws:dynamodb:us-east-1:000000000000:table/Things",
                    "arn:aws:dynamodb:us-east-1:000000000000:table/Things/index/*")));
    assertThat(function.snapStart()).isTrue();
    assertThat(function.memoryMegabytes()).isEqualTo(512);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Size                                       | 512",
        "!Ref AWS::Region                                | us-east-1",
        "{ Ref: Things }                                 | dev-Things",
        "{ 'Fn::GetAtt': [Things, Arn] }                 |"
            + " arn:aws:dynamodb:us-east-1:000000000000:table/dev-Things",
        "!Sub '${Stage}x-${Key}-${!Kept}'                |"
            + " dev-x-arn:aws:secretsmanager:us-east-1:000000000000:secret:the/key-*-${Kept}",
        "!Sub ['${A}/${Files.Arn}', { A: !Ref Mode }]    | fancy/arn:aws:s3:::mosaicmatch-cycles",
        "!If [IsFancy, !Ref Stage, plain]                | dev-",
        "!If [IsPlain, yes, !If [Either, both-or-one, x]]| both-or-one",
        "!If [Both, yes, no]                             | no",
        "!Join ['-', [a, !Ref Mode, !Ref AWS::NoValue]]  | a-fancy",
        "!Select [1, [a, !Ref Mode]]                     | fancy",
        "!GetAtt TryFunction.Arn                         |"
            + " arn:aws:lambda:us-east-1:000000000000:function:Try",
        "!Ref TryFunction.Alias                          |"
            + " arn:aws:lambda:us-east-1:000000000000:function:Try",
      })
  void intrinsicFunctionsAreWorkedOut(String yaml, String value) throws IOException {
    var given = Map.of("Stage", "dev-", "Mode", "fancy");
    assertThat(new Templates(folder).value(yaml, given)).isEqualTo(value);
  }
}

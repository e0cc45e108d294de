package mosaicmatch.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mosaicmatch.local.template.SamTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedFunctionsAnswerIT {

  private static final long LARGEST_JAR = 30_000_000;

  @TempDir private Path folder;

  @Test
  void everyPackagedJarIsSmallEnough() {
    assertThat(SamTemplate.read(Path.of("../template.yaml")).functions())
        .allSatisfy(
            function ->
                assertThat(Path.of("..").resolve(function.codeUri()).toFile())
                    .exists()
                    .satisfies(jar -> assertThat(jar.length()).isLessThanOrEqualTo(LARGEST_JAR)));
  }

  @Test
  void anAnswerIsPrintedAsJsonAndNothingElse() throws IOException {
    var mosaic = new MosaicRun(folder);
    var opened = mosaic.says("invoke", "OpenCycle", "-e", "../events/open-cycle.json");
    assertThat(opened.exitCode()).as(opened.err()).isZero();
    assertThat(opened.json().at("/status").asText()).isEqualTo("opened");
    assertThat(opened.json().at("/cycle/id").asText()).isEqualTo("2026-11-22T02:00:00Z");

    var again = mosaic.says("invoke", "FetchPoolFunction", "-e", "../events/fetch-pool.json");
    assertThat(again.json().at("/pool/seekers").asInt()).isZero();
  }

  @Test
  void aFunctionThatFailsIsExitCodeOneAndItsError() throws IOException {
    var event = Files.writeString(folder.resolve("wrong.json"), "{\"cycle\": \"none\"}");
    var said = new MosaicRun(folder).says("invoke", "FetchPool", "-e", event.toString());
    assertThat(said.exitCode()).isEqualTo(ExitCode.FUNCTION_FAILED);
    assertThat(new ObjectMapper().readTree(said.out()).at("/errorType").asText())
        .isEqualTo("mosaicmatch.lambda.BadInputException");
  }

  @Test
  void theEventMayComeFromStandardInput() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
    try {
      var said = new MosaicRun(folder).says("invoke", "Reconcile", "-e", "-");
      assertThat(said.exitCode()).as(said.err()).isZero();
      assertThat(said.json().at("/completed").asInt()).isZero();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void whatIsNoJsonReachesNoFunction() throws IOException {
    var event = Files.writeString(folder.resolve("wrong.json"), "{oops");
    var said = new MosaicRun(folder).says("invoke", "FetchPool", "-e", event.toString());
    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("json");
  }

  @Test
  void aPackageThatIsNotThereIsNamed() throws IOException {
    var project = Files.createDirectories(folder.resolve("project"));
    Files.copy(Path.of("../template.yaml"), project.resolve("template.yaml"));
    var event = Path.of("../events/fetch-pool.json").toAbsolutePath().toString();
    var before = System.setProperty("mosaic.root", project.toString());
    try {
      var said = new MosaicRun(folder).says("invoke", "FetchPool", "-e", event);
      assertThat(said.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(said.err()).contains("lock-fn.jar is missing").contains("./mvnw package");
    } finally {
      Map.of("mosaic.root", before).forEach(System::setProperty);
    }
  }
}

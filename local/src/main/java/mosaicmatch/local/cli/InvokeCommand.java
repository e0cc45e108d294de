package mosaicmatch.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mosaicmatch.local.lambda.Functions;
import mosaicmatch.local.sandbox.SandboxSettings;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.LocalSites;
import mosaicmatch.local.template.SamTemplate;
import mosaicmatch.local.template.TemplateFunction;
import mosaicmatch.settings.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;

/** Calls one function as Lambda would. */
@Command(
    name = "invoke",
    description =
        "Calls one function in a JVM of its own, from its packaged jar, as the template has it. Its"
            + " answer goes to standard output, its log to standard error.",
    mixinStandardHelpOptions = true)
final class InvokeCommand extends LocalCommand {

  private static final String STANDARD_INPUT = "-";

  /** A little more than the longest time-out that a function can have. */
  private static final Duration LONGEST = Duration.ofSeconds(910);

  @Parameters(paramLabel = "FUNCTION", description = "Its name, such as OpenCycle.")
  private String name = "";

  @Option(
      names = {"-e", "--event"},
      required = true,
      paramLabel = "FILE",
      description = "The event as JSON, such as events/open-cycle.json; - reads standard input.")
  private String event = "";

  private byte[] payload = {};

  InvokeCommand(LocalSettings settings) {
    super(settings);
  }

  /** Looks for function and event before anything is started: a wrong name is told at once. */
  @Override
  public Integer call() throws Exception {
    var template = SamTemplate.read(project().resolve("template.yaml"));
    name =
        template
            .function(name)
            .map(TemplateFunction::name)
            .orElseThrow(() -> new UnknownNameException(unknownFunction(template)));
    payload = event.equals(STANDARD_INPUT) ? bytes(System.in) : bytes(Path.of(event));
    if (LocalSites.attach(settings()).isPresent()) {
      throw new NotWhileUpException("invoke", "stop it first, or give --isolated to mosaic up");
    }
    var sandboxes = SandboxSettings.of(project(), new Environment(settings().functions()));
    return on(settings().isolated(sandboxes.forOneCall(System.err)));
  }

  private String unknownFunction(SamTemplate template) {
    return "there is no function %s; there are %s"
        .formatted(name, template.functions().stream().map(TemplateFunction::name).toList());
  }

  private byte[] bytes(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnknownNameException(
          "there is no event file %s; there are %s".formatted(file, samples()));
    }
    try (var in = Files.newInputStream(file)) {
      return bytes(in);
    }
  }

  /** One byte above the limit is enough to be refused. */
  private static byte[] bytes(InputStream in) throws IOException {
    return in.readNBytes(Functions.MAX_PAYLOAD_BYTES + 1);
  }

  private static List<String> samples() throws IOException {
    var folder = project().resolve("events");
    try (var files = Files.list(folder)) {
      return files
          .map(file -> "events/" + file.getFileName())
          .filter(file -> file.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  @Override
  boolean worksOnAws() {
    return false;
  }

  @Override
  int work(Session session) {
    var lambda =
        session.clients().patient(LambdaClient.builder(), "AWS_ENDPOINT_URL_LAMBDA", LONGEST);
    try (var client = lambda.build()) {
      var reply =
          client.invoke(
              request -> request.functionName(name).payload(SdkBytes.fromByteArray(payload)));
      out().println(reply.payload().asUtf8String());
      out().flush();
      return reply.functionError() == null ? ExitCode.OK : ExitCode.FUNCTION_FAILED;
    } catch (InvalidRequestContentException | RequestTooLargeException e) {
      throw new IllegalArgumentException(
          "the event is not taken: " + e.awsErrorDetails().errorMessage(), e);
    }
  }
}

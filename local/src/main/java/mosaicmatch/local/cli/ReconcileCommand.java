package mosaicmatch.local.cli;

import java.time.Duration;
import mosaicmatch.json.Json;
import mosaicmatch.local.stack.LocalSettings;
import picocli.CommandLine.Command;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Finishes what was interrupted. */
@Command(
    name = "reconcile",
    description = "Finishes, or gives up as a whole, what earlier cycles left unfinished.",
    mixinStandardHelpOptions = true)
final class ReconcileCommand extends LocalCommand {

  /** A little more than the function's time-out. */
  private static final Duration LONGEST = Duration.ofSeconds(310);

  ReconcileCommand(LocalSettings settings) {
    super(settings);
  }

  @Override
  int work(Session session) throws Exception {
    var lambda =
        session.clients().patient(LambdaClient.builder(), "AWS_ENDPOINT_URL_LAMBDA", LONGEST);
    try (var client = lambda.build()) {
      var reply =
          client.invoke(
              request -> request.functionName(session.site().names().reconcileFunction()));
      var answer = Json.mapper().readTree(reply.payload().asByteArray());
      print(answer, () -> out().println(answer));
      return reply.functionError() == null ? ExitCode.OK : ExitCode.UNFINISHED;
    }
  }
}

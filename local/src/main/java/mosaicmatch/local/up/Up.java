package mosaicmatch.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import mosaicmatch.local.events.Rate;
import mosaicmatch.local.events.Schedules;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.home.OwnerOnly;
import mosaicmatch.local.lambda.FunctionName;
import mosaicmatch.local.stack.CycleFunction;
import mosaicmatch.local.stack.CycleMachine;
import mosaicmatch.local.stack.LocalNames;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.Stack;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A stack that stays up, with its schedules. */
public final class Up implements AutoCloseable {

  private final Stack stack;
  private final SfnClient states;
  private final Schedules schedules;

  private Up(Stack stack, SfnClient states, InstantSource clock) {
    this.stack = stack;
    this.states = states;
    this.schedules =
        new Schedules(
            stack.rules(),
            Map.of(
                LocalNames.CYCLE_RULE, this::startCycle,
                LocalNames.RECONCILE_RULE, this::reconcile),
            clock);
  }

  /**
   * Starts everything.
   *
   * @param schedule how often cycles start by themselves from now on; as before if it is empty
   * @param clock what the schedules go by
   * @throws Exception as {@link Stack#start} does
   */
  public static Up start(LocalSettings settings, Optional<Rate> schedule, InstantSource clock)
      throws Exception {
    var up = unwatched(settings, schedule, clock);
    up.schedules.start();
    return up;
  }

  /** Everything is up, but nobody looks at the clock. */
  static Up unwatched(LocalSettings settings, Optional<Rate> schedule, InstantSource clock)
      throws Exception {
    var stack = Stack.start(settings);
    try {
      stack.rules().restart();
      if (schedule.isPresent()) {
        stack.rules().schedule(LocalNames.CYCLE_RULE, schedule.get());
      }
      writeFiles(stack, settings);
      return new Up(stack, CycleMachine.client(stack.aws()), clock);
    } catch (IOException | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private static void writeFiles(Stack stack, LocalSettings settings) throws IOException {
    var home = stack.home();
    OwnerOnly.write(
        home.resolve(Home.SAM_ENVIRONMENT),
        utf8(SamEnvironment.json(stack.endpoints(), settings.functions())));
    OwnerOnly.write(
        home.resolve(Home.AWS_CONFIG),
        utf8(AwsConfig.text(stack.endpoints().aws(), stack.ownerKey())));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What is up. */
  public Stack stack() {
    return stack;
  }

  /** Fires the rules that are due. */
  void fireDue() throws IOException {
    schedules.fireDue();
  }

  private void startCycle(JsonNode event) {
    states.startExecution(
        request ->
            request
                .stateMachineArn(CycleMachine.arn())
                .name("rule-" + event.path("id").asText())
                .input(event.toString()));
  }

  private void reconcile(JsonNode event) {
    stack
        .functions()
        .invokeLater(
            FunctionName.parse(CycleFunction.RECONCILE.functionName()), utf8(event.toString()));
  }

  /** Stops everything where it stands; what was running goes on when it is started again. */
  @Override
  public void close() {
    schedules.close();
    states.close();
    try {
      Files.deleteIfExists(stack.home().resolve(Home.SAM_ENVIRONMENT));
      Files.deleteIfExists(stack.home().resolve(Home.AWS_CONFIG));
    } catch (IOException e) {
      throw new IllegalStateException("the files of the running system can't be deleted", e);
    } finally {
      stack.close();
    }
  }
}

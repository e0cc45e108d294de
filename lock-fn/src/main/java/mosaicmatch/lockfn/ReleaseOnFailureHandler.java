package mosaicmatch.lockfn;

import com.fasterxml.jackson.databind.JsonNode;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.settings.Environment;

/** Called by EventBridge when an execution fails, times out or is aborted. */
public final class ReleaseOnFailureHandler
    extends JsonFunction<JsonNode, ReleaseOnFailureHandler.Answer> {

  /**
   * What was done.
   *
   * @param lockReleased true if the execution held the lock, and it was freed
   */
  public record Answer(boolean lockReleased) {}

  private static final String STEP = "release-on-failure";

  private final StoredAnswers answers;
  private final ReleaseOnFailure releaseOnFailure;

  /** Set up by the environment variables of the process. */
  public ReleaseOnFailureHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public ReleaseOnFailureHandler(AwsClients aws) {
    this(aws.environment(), Stores.of(aws), new SfnExecutions(SfnExecutions.client(aws)));
  }

  ReleaseOnFailureHandler(Environment environment, Stores stores, Executions executions) {
    super(STEP, JsonNode.class, environment);
    answers = stores.answers();
    releaseOnFailure = new ReleaseOnFailure(stores.lock(), stores.records(), executions);
  }

  @Override
  protected LogKeys logKeys(JsonNode event) {
    return LogKeys.none().execution(EndedExecution.ofFailure(event).arn());
  }

  @Override
  protected Answer answer(JsonNode event, Call call) {
    var ended = EndedExecution.ofFailure(event);
    var answer =
        answers.once(
            STEP + "|" + ended.eventId(),
            call.context(),
            Answer.class,
            () -> new Answer(releaseOnFailure.release(ended)));
    call.metrics().count(Metric.LOCKS_FREED, answer.lockReleased() ? 1 : 0);
    return answer;
  }
}

package mosaicmatch.postmatch;

import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.SeekerRegistry;

/** Counts a missed cycle for a batch of unmatched seekers. */
public final class UpdateUnmatchedHandler
    extends JsonFunction<UpdateUnmatchedRequest, UpdatedUnmatched> {

  private static final String STEP = "update-unmatched";

  private final StoredAnswers answers;
  private final LockKeeper lockKeeper;
  private final SeekerRegistry registry;

  /** Set up by the environment variables of the process. */
  public UpdateUnmatchedHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public UpdateUnmatchedHandler(AwsClients aws) {
    this(aws.environment(), PostMatch.of(aws));
  }

  private UpdateUnmatchedHandler(Environment environment, PostMatch setUp) {
    this(environment, setUp.answers(), setUp.lockKeeper(), setUp.registry());
  }

  UpdateUnmatchedHandler(
      Environment environment,
      StoredAnswers answers,
      LockKeeper lockKeeper,
      SeekerRegistry registry) {
    super(STEP, UpdateUnmatchedRequest.class, environment);
    this.answers = answers;
    this.lockKeeper = lockKeeper;
    this.registry = registry;
  }

  @Override
  protected LogKeys logKeys(UpdateUnmatchedRequest request) {
    return LogKeys.of(request.cycle());
  }

  @Override
  protected UpdatedUnmatched answer(UpdateUnmatchedRequest request, Call call) {
    call.metrics().count("LockNotRenewed", lockKeeper.keep(request.cycle()) ? 0 : 1);
    var updated =
        answers.once(
            STEP,
            request.cycle().id(),
            request.batchName(),
            call.context(),
            UpdatedUnmatched.class,
            () -> update(request));
    call.metrics().count("MissedCyclesCounted", updated.counted());
    return updated;
  }

  private UpdatedUnmatched update(UpdateUnmatchedRequest request) {
    int counted = registry.missed(request.cycle().id(), request.seekers());
    return new UpdatedUnmatched(counted, request.seekers().size());
  }
}

package mosaicmatch.postmatch;

import java.util.List;
import java.util.stream.Collectors;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.pool.OptIn;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.SeekerRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts a missed cycle for a batch of unmatched seekers. */
public final class UpdateUnmatchedHandler
    extends JsonFunction<UpdateUnmatchedRequest, UpdatedUnmatched> {

  private static final String STEP = "update-unmatched";
  private static final Logger LOG = LoggerFactory.getLogger(UpdateUnmatchedHandler.class);

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
    call.metrics().count(Metric.LOCK_NOT_RENEWED, lockKeeper.keep(request.cycle()) ? 0 : 1);
    var updated =
        answers.once(
            STEP,
            request.cycle().id(),
            request.batchName(),
            call.context(),
            UpdatedUnmatched.class,
            () -> update(request));
    call.metrics().count(Metric.MISSED_CYCLES_COUNTED, updated.counted());
    return updated;
  }

  private UpdatedUnmatched update(UpdateUnmatchedRequest request) {
    int counted = registry.missed(request.cycle().id(), request.seekers());
    LOG.info("unmatched in this cycle: {}", userIds(request.seekers()));
    return new UpdatedUnmatched(counted, request.seekers().size());
  }

  /** In the log, so that a person's history can be told by their id. */
  private static String userIds(List<OptIn> seekers) {
    return seekers.stream().map(seeker -> seeker.userId().value()).collect(Collectors.joining(" "));
  }
}

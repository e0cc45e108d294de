package mosaicmatch.lockfn;

import java.time.InstantSource;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.record.StepLog;
import mosaicmatch.settings.Environment;

/** Closes a cycle, before the only state that can fail on a pair: a redrive there needs no lock. */
public final class CloseCycleHandler extends JsonFunction<CloseCycleRequest, ClosedCycle> {

  private static final String STEP = "close-cycle";

  private final StoredAnswers answers;
  private final CloseCycle closeCycle;

  /** Set up by the environment variables of the process. */
  public CloseCycleHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public CloseCycleHandler(AwsClients aws) {
    this(aws.environment(), Stores.of(aws));
  }

  CloseCycleHandler(Environment environment, Stores stores) {
    super(STEP, CloseCycleRequest.class, environment);
    answers = stores.answers();
    closeCycle =
        new CloseCycle(
            stores.lock(), stores.records(), new StepLog(stores.records(), InstantSource.system()));
  }

  @Override
  protected LogKeys logKeys(CloseCycleRequest request) {
    return LogKeys.of(request.cycle());
  }

  @Override
  protected ClosedCycle answer(CloseCycleRequest request, Call call) {
    var cycle = request.cycle();
    return answers.once(
        STEP,
        cycle.id(),
        cycle.execution() + "|" + cycle.redriveCount(),
        call.context(),
        ClosedCycle.class,
        () -> closeCycle.close(request));
  }
}

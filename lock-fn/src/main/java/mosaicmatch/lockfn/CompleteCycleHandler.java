package mosaicmatch.lockfn;

import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.record.CycleStatus;
import mosaicmatch.settings.Environment;

/** Records that nothing of a cycle is unfinished any more. */
public final class CompleteCycleHandler extends JsonFunction<CompleteCycleRequest, CompletedCycle> {

  private static final String STEP = "complete-cycle";

  private final StoredAnswers answers;
  private final CycleRecords records;

  /** Set up by the environment variables of the process. */
  public CompleteCycleHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public CompleteCycleHandler(AwsClients aws) {
    this(aws.environment(), Stores.of(aws));
  }

  CompleteCycleHandler(Environment environment, Stores stores) {
    super(STEP, CompleteCycleRequest.class, environment);
    answers = stores.answers();
    records = stores.records();
  }

  @Override
  protected LogKeys logKeys(CompleteCycleRequest request) {
    return LogKeys.of(request.cycle());
  }

  @Override
  protected CompletedCycle answer(CompleteCycleRequest request, Call call) {
    var cycle = request.cycle();
    return answers.once(
        STEP,
        cycle.id(),
        cycle.execution(),
        call.context(),
        CompletedCycle.class,
        () -> new CompletedCycle(cycle, records.finish(cycle.id(), CycleStatus.COMPLETE).status()));
  }
}

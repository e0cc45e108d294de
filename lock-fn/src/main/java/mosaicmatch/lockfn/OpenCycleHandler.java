package mosaicmatch.lockfn;

import mosaicmatch.aws.AwsClients;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lockfn.OpenedCycle.Status;
import mosaicmatch.settings.Environment;

/** The first step of a cycle: answers opened, busy or already_run. */
public final class OpenCycleHandler extends JsonFunction<OpenCycleRequest, OpenedCycle> {

  private static final String STEP = "open-cycle";

  private final StoredAnswers answers;
  private final OpenCycle openCycle;

  /** Set up by the environment variables of the process. */
  public OpenCycleHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public OpenCycleHandler(AwsClients aws) {
    this(aws.environment(), Stores.of(aws));
  }

  OpenCycleHandler(Environment environment, Stores stores) {
    super(STEP, OpenCycleRequest.class, environment);
    answers = stores.answers();
    openCycle = new OpenCycle(stores.lock(), stores.records());
  }

  @Override
  protected LogKeys logKeys(OpenCycleRequest request) {
    return LogKeys.of(CycleIds.of(request)).execution(request.execution().id());
  }

  @Override
  protected OpenedCycle answer(OpenCycleRequest request, Call call) {
    var id = CycleIds.of(request);
    var execution = request.execution();
    var opened =
        answers.once(
            STEP,
            id,
            execution.id() + "|" + execution.redriveCount(),
            call.context(),
            OpenedCycle.class,
            () -> openCycle.open(id, execution.id(), execution.redriveCount()));
    boolean isOpened = opened.status() == Status.OPENED;
    call.metrics().count(Metric.CYCLES_STARTED, isOpened ? 1 : 0);
    call.metrics().count(Metric.CYCLES_SKIPPED, isOpened ? 0 : 1);
    return opened;
  }
}

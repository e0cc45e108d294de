package mosaicmatch.postmatch;

import java.time.Duration;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.claim.ClaimsTable;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.nakama.NakamaClient;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.settings.Environment;

/** Takes one pair of a plan to its end. */
public final class ProcessPairHandler extends JsonFunction<ProcessPairRequest, ProcessedPair> {

  private static final String STEP = "process-pair";

  private final StoredAnswers answers;
  private final LockKeeper lockKeeper;
  private final PairProtocol protocol;
  private final Duration attemptLease;

  /** Set up by the environment variables of the process. */
  public ProcessPairHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public ProcessPairHandler(AwsClients aws) {
    this(aws.environment(), PostMatch.of(aws));
  }

  private ProcessPairHandler(Environment environment, PostMatch setUp) {
    this(
        environment,
        setUp.answers(),
        setUp.lockKeeper(),
        new PairProtocol(
            AuditTable.open(setUp.dynamoDb(), setUp.tables().audit(), setUp.clock()),
            ClaimsTable.open(setUp.dynamoDb(), setUp.tables(), setUp.clock()),
            setUp.registry(),
            NakamaClient.of(environment, setUp.secrets())));
  }

  ProcessPairHandler(
      Environment environment,
      StoredAnswers answers,
      LockKeeper lockKeeper,
      PairProtocol protocol) {
    super(STEP, ProcessPairRequest.class, environment);
    this.answers = answers;
    this.lockKeeper = lockKeeper;
    this.protocol = protocol;
    this.attemptLease = environment.secondsOr("MOSAIC_ATTEMPT_LEASE_SECONDS", 45, 36, 600);
  }

  @Override
  protected LogKeys logKeys(ProcessPairRequest request) {
    return LogKeys.of(request.cycle()).pair(request.pair().pairKey()).attempt(request.attempt());
  }

  @Override
  protected ProcessedPair answer(ProcessPairRequest request, Call call) {
    call.metrics().count(Metric.LOCK_NOT_RENEWED, lockKeeper.keep(request.cycle()) ? 0 : 1);
    var pair = request.pair();
    var processed =
        answers.once(
            STEP,
            pair.cycleId(),
            pair.pairKey().value(),
            call.context(),
            ProcessedPair.class,
            () -> ProcessedPair.of(protocol.process(pair, attemptLease)));
    call.metrics().count(processed.metric(), 1);
    return processed;
  }
}

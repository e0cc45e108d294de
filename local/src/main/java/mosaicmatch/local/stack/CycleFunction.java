package mosaicmatch.local.stack;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.fetchpool.FetchPoolHandler;
import mosaicmatch.lockfn.CloseCycleHandler;
import mosaicmatch.lockfn.CompleteCycleHandler;
import mosaicmatch.lockfn.OpenCycleHandler;
import mosaicmatch.lockfn.ReleaseOnFailureHandler;
import mosaicmatch.lockfn.WriteReportHandler;
import mosaicmatch.pairing.ComputePairsHandler;
import mosaicmatch.pairing.PrepareTilesHandler;
import mosaicmatch.pairing.tiles.ScoreTileHandler;
import mosaicmatch.postmatch.ProcessPairHandler;
import mosaicmatch.postmatch.UpdateUnmatchedHandler;
import mosaicmatch.reconcile.CollectUnfinishedHandler;
import mosaicmatch.reconcile.HealthHandler;
import mosaicmatch.reconcile.ReconcileHandler;

/** The functions of the cycle, with the time-outs of the template. */
public enum CycleFunction {
  OPEN_CYCLE("OpenCycle", 30, OpenCycleHandler::new),
  FETCH_POOL("FetchPool", 300, FetchPoolHandler::new),
  PREPARE_TILES("PrepareTiles", 900, PrepareTilesHandler::new),
  SCORE_TILE("ScoreTile", 900, ScoreTileHandler::new),
  COMPUTE_PAIRS("ComputePairs", 900, ComputePairsHandler::new),
  PROCESS_PAIR("ProcessPair", 30, ProcessPairHandler::new),
  UPDATE_UNMATCHED("UpdateUnmatched", 30, UpdateUnmatchedHandler::new),
  COLLECT_UNFINISHED("CollectUnfinished", 300, CollectUnfinishedHandler::new),
  CLOSE_CYCLE("CloseCycle", 30, CloseCycleHandler::new),
  COMPLETE_CYCLE("CompleteCycle", 30, CompleteCycleHandler::new),
  RELEASE_ON_FAILURE("ReleaseOnFailure", 30, ReleaseOnFailureHandler::new),
  WRITE_REPORT("WriteReport", 300, WriteReportHandler::new),
  RECONCILE("Reconcile", 300, ReconcileHandler::new),
  HEALTH("Health", 10, HealthHandler::new);

  private final String functionName;
  private final Duration timeout;

  @SuppressWarnings("ImmutableEnumChecker") // A constructor's reference has no state.
  private final Function<AwsClients, RequestStreamHandler> handler;

  CycleFunction(
      String functionName, int seconds, Function<AwsClients, RequestStreamHandler> handler) {
    this.functionName = functionName;
    this.timeout = Duration.ofSeconds(seconds);
    this.handler = handler;
  }

  static Stream<CycleFunction> inStateMachine() {
    return Stream.of(values());
  }

  /** The function's name. */
  public String functionName() {
    return functionName;
  }

  Duration timeout() {
    return timeout;
  }

  RequestStreamHandler handler(AwsClients aws) {
    return handler.apply(aws);
  }

  /** Its logical id in the template. */
  public String logicalId() {
    return functionName + "Function";
  }

  String arn() {
    return "arn:aws:lambda:" + Endpoints.REGION + ":000000000000:function:" + functionName;
  }
}

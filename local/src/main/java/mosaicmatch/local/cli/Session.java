package mosaicmatch.local.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.cycle.CycleStores;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.KnownTexts;
import mosaicmatch.local.stack.CycleMachine;
import mosaicmatch.local.stack.LocalSettings;
import mosaicmatch.local.stack.Stack;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CyclesTable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The running system as a command works with it. */
final class Session implements AutoCloseable {

  private final Stack stack;
  private final SfnClient states;
  private final S3Client s3;
  private final CycleStores stores;

  private Session(Stack stack) {
    var clients = stack.aws();
    var environment = clients.environment();
    var clock = InstantSource.system();
    var tables = TableNames.of(environment);
    this.stack = stack;
    this.states = CycleMachine.client(clients);
    var dynamoDb = clients.dynamoDb();
    this.s3 = clients.s3();
    this.stores =
        new CycleStores(
            CyclesTable.open(dynamoDb, tables.cycles(), clock),
            CycleBucket.open(s3, environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles")),
            AuditTable.open(dynamoDb, tables.audit(), clock),
            LockTable.open(dynamoDb, tables.lock(), LockTimes.of(environment), clock));
  }

  static Session start(LocalSettings settings) throws Exception {
    return new Session(Stack.start(settings));
  }

  Stack stack() {
    return stack;
  }

  SfnClient states() {
    return states;
  }

  CycleStores stores() {
    return stores;
  }

  KnownTexts texts() throws IOException {
    return KnownTexts.open(stack.home().resolve("texts.json"));
  }

  /**
   * The cycle of that id, or the latest one.
   *
   * @throws UnknownNameException if there is none
   */
  CycleRecord cycle(Optional<String> id) {
    return id.map(this::cycle)
        .orElseGet(
            () ->
                latestCycle()
                    .orElseThrow(
                        () -> new UnknownNameException("no cycle has run yet; try: mosaic run")));
  }

  private CycleRecord cycle(String id) {
    return stores
        .records()
        .find(new CycleId(id))
        .orElseThrow(() -> new UnknownNameException("there is no cycle " + id));
  }

  /** The latest cycle that was no dry run. */
  Optional<CycleRecord> latestCycle() {
    return stores.records().latest(false, 1).stream().findFirst();
  }

  /** The execution that started last, of those that stand so; any, if no status is given. */
  Optional<Execution> latestExecution(ExecutionStatus... among) {
    return states
        .listExecutionsPaginator(request -> request.stateMachineArn(CycleMachine.arn()))
        .executions()
        .stream()
        .filter(item -> stands(item, among))
        .findFirst()
        .map(item -> execution(item.executionArn()));
  }

  private static boolean stands(ExecutionListItem item, ExecutionStatus... among) {
    return among.length == 0 || List.of(among).contains(item.status());
  }

  Execution execution(String arn) {
    return new Execution(states, arn);
  }

  @Override
  public void close() {
    states.close();
    s3.close();
    stack.close();
  }
}

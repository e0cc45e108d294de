package mosaicmatch.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditTable;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.local.cycle.CycleStores;
import mosaicmatch.local.cycle.Execution;
import mosaicmatch.local.cycle.KnownTexts;
import mosaicmatch.local.home.Home;
import mosaicmatch.local.site.Site;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.record.CycleRecord;
import mosaicmatch.record.CyclesTable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A running system as a command works with it: in this process, in another one, or on AWS. */
final class Session implements AutoCloseable {

  private final Site site;
  private final Path reports;
  private final SfnClient states;
  private final S3Client s3;
  private final CycleStores stores;

  /**
   * With a system.
   *
   * @param folder where its reports are to be kept: a dry run's own folder is thrown away
   */
  Session(Site site, Path folder) {
    var clients = site.clients();
    var environment = clients.environment();
    var clock = InstantSource.system();
    var tables = TableNames.of(environment);
    this.site = site;
    this.reports = folder.resolve(Home.REPORTS);
    this.states = clients.small(SfnClient.builder(), "AWS_ENDPOINT_URL_SFN").build();
    var dynamoDb = clients.dynamoDb();
    this.s3 = clients.s3();
    this.stores =
        new CycleStores(
            CyclesTable.open(dynamoDb, tables.cycles(), clock),
            CycleBucket.open(s3, environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles")),
            AuditTable.open(dynamoDb, tables.audit(), clock),
            LockTable.open(dynamoDb, tables.lock(), LockTimes.of(environment), clock));
  }

  /** Where the system is. */
  Site site() {
    return site;
  }

  /** Clients set up as the system's functions are. */
  AwsClients clients() {
    return site.clients();
  }

  SfnClient states() {
    return states;
  }

  CycleStores stores() {
    return stores;
  }

  Path reports() {
    return reports;
  }

  KnownTexts texts() throws IOException {
    return KnownTexts.open(site.folder().resolve("texts.json"));
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
    var found = among.length == 0 ? latest(null) : Stream.of(among).flatMap(this::latest);
    return found
        .max(Comparator.comparing(ExecutionListItem::startDate))
        .map(item -> execution(item.executionArn()));
  }

  /** Executions are listed with the latest first. */
  private Stream<ExecutionListItem> latest(@Nullable ExecutionStatus status) {
    return states
        .listExecutions(
            request ->
                request.stateMachineArn(site.names().machine()).statusFilter(status).maxResults(1))
        .executions()
        .stream();
  }

  Execution execution(String arn) {
    return new Execution(states, arn);
  }

  @Override
  public void close() {
    states.close();
    s3.close();
    site.close();
  }
}

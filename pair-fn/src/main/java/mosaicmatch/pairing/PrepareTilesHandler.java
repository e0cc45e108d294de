package mosaicmatch.pairing;

import java.time.InstantSource;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.pairing.tiles.TileFiles;
import mosaicmatch.pairing.tiles.TilingSettings;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.record.CyclesTable;
import mosaicmatch.record.StepLog;
import mosaicmatch.secrets.SecretsManagerSecrets;
import mosaicmatch.settings.Environment;
import mosaicmatch.traits.TraitServiceClient;

/** Cuts the pool of a cycle into tiles. */
public final class PrepareTilesHandler extends JsonFunction<PrepareTilesRequest, PreparedTiles> {

  private static final String STEP = "prepare-tiles";

  private final StoredAnswers answers;
  private final StepLog log;
  private final PrepareTiles prepareTiles;
  private final PairingSettings settings;

  /** Set up by the environment variables of the process. */
  public PrepareTilesHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public PrepareTilesHandler(AwsClients aws) {
    this(aws.environment(), aws, TableNames.of(aws.environment()));
  }

  private PrepareTilesHandler(Environment environment, AwsClients aws, TableNames tables) {
    var clock = InstantSource.system();
    var dynamoDb = aws.dynamoDb();
    var secrets = SecretsManagerSecrets.cached(aws.secretsManager(), clock);
    var lock = LockTable.open(dynamoDb, tables.lock(), LockTimes.of(environment), clock);
    var store = CycleBucket.open(aws.s3(), environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles"));
    var vectors = new VectorPages(TraitServiceClient.of(environment, secrets, clock).vectors());
    this(
        environment,
        StoredAnswers.inTable(dynamoDb, tables.idempotency()),
        new StepLog(CyclesTable.open(dynamoDb, tables.cycles(), clock), clock),
        new PrepareTiles(
            lock,
            new PoolReading(store, vectors),
            new TileFiles(store),
            TilingSettings.of(environment)));
  }

  PrepareTilesHandler(
      Environment environment, StoredAnswers answers, StepLog log, PrepareTiles prepareTiles) {
    super(STEP, PrepareTilesRequest.class, environment);
    this.answers = answers;
    this.log = log;
    this.prepareTiles = prepareTiles;
    this.settings = PairingSettings.of(environment);
  }

  @Override
  protected LogKeys logKeys(PrepareTilesRequest request) {
    return LogKeys.of(request.cycle());
  }

  @Override
  protected PreparedTiles answer(PrepareTilesRequest request, Call call) {
    var cycle = request.cycle();
    var prepared =
        answers.once(
            STEP,
            cycle.id(),
            cycle.execution() + "|" + cycle.redriveCount(),
            call.context(),
            PreparedTiles.class,
            () -> log.timed(cycle.id(), STEP, () -> prepare(request), PreparedTiles::counts));
    call.metrics().count(Metric.TILES, prepared.tiles().tiles());
    return prepared;
  }

  private PreparedTiles prepare(PrepareTilesRequest request) {
    return prepareTiles.prepare(
        request.cycle(), request.pool(), SettingsOverride.over(settings, request.settings()));
  }
}

package mosaicmatch.pairing.tiles;

import java.time.InstantSource;
import mosaicmatch.aws.AwsClients;
import mosaicmatch.aws.TableNames;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.lambda.Call;
import mosaicmatch.lambda.JsonFunction;
import mosaicmatch.lambda.LogKeys;
import mosaicmatch.lambda.Metric;
import mosaicmatch.lambda.StoredAnswers;
import mosaicmatch.lock.LockKeeper;
import mosaicmatch.lock.LockTable;
import mosaicmatch.lock.LockTimes;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.plan.CycleBucket;
import mosaicmatch.settings.Environment;

/** Finds the candidates of one tile. */
public final class ScoreTileHandler extends JsonFunction<ScoreTileRequest, ScoredTile> {

  private static final String STEP = "score-tile";

  private final StoredAnswers answers;
  private final LockKeeper lockKeeper;
  private final ScoreTile scoreTile;

  /** Set up by the environment variables of the process. */
  public ScoreTileHandler() {
    this(new AwsClients(Environment.ofProcess()));
  }

  /** Set up by these clients and the variables that they were made from. */
  public ScoreTileHandler(AwsClients aws) {
    this(aws.environment(), aws, TableNames.of(aws.environment()));
  }

  private ScoreTileHandler(Environment environment, AwsClients aws, TableNames tables) {
    var dynamoDb = aws.dynamoDb();
    var bucket = environment.text("MOSAIC_BUCKET", "mosaicmatch-cycles");
    this(
        environment,
        StoredAnswers.inTable(dynamoDb, tables.idempotency()),
        new LockKeeper(
            LockTable.open(
                dynamoDb, tables.lock(), LockTimes.of(environment), InstantSource.system())),
        new ScoreTile(new TileFiles(CycleBucket.open(aws.s3(), bucket)), CandidateSources.exact()));
  }

  ScoreTileHandler(
      Environment environment, StoredAnswers answers, LockKeeper lockKeeper, ScoreTile scoreTile) {
    super(STEP, ScoreTileRequest.class, environment);
    this.answers = answers;
    this.lockKeeper = lockKeeper;
    this.scoreTile = scoreTile;
  }

  @Override
  protected LogKeys logKeys(ScoreTileRequest request) {
    return LogKeys.of(request.cycle()).attempt(request.attempt());
  }

  @Override
  protected ScoredTile answer(ScoreTileRequest request, Call call) {
    boolean kept = keepLock(request.cycle());
    call.metrics().count(Metric.LOCK_NOT_RENEWED, kept ? 0 : 1);
    var tile = request.tile();
    return answers.once(
        STEP,
        tile.cycleId(),
        tile.listsKey(),
        call.context(),
        ScoredTile.class,
        () -> score(request, call));
  }

  private ScoredTile score(ScoreTileRequest request, Call call) {
    scoreTile.score(
        request.tile(), call.context()::getRemainingTimeInMillis, () -> keepLock(request.cycle()));
    return new ScoredTile(request.tile().listsKey());
  }

  /** A dry run has no lock to keep. */
  private boolean keepLock(Cycle cycle) {
    return cycle.dryRun() || lockKeeper.keep(cycle);
  }
}

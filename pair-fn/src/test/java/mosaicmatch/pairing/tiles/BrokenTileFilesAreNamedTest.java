package mosaicmatch.pairing.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;
import mosaicmatch.plan.BrokenFileException;
import mosaicmatch.plan.InMemoryPlanStore;
import mosaicmatch.plan.MissingFileException;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** And what a tile writes is the same each time, or nothing. */
class BrokenTileFilesAreNamedTest {

  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final int BLOCK = 9;

  private final InMemoryPlanStore store = new InMemoryPlanStore();
  private final TileFiles files = new TileFiles(store);
  private final List<Seeker> seekers = new ArrayList<>();
  private final Map<SeekerId, float[]> vectors = new LinkedHashMap<>();
  private Tiling tiling = new Tiling("", "", 0, 0, 0, 0);
  private Tile tile =
      new Tile(CYCLE, new Block("", "", 0, 1), new Block("", "", 0, 1), "", 1, 1, 0);

  @BeforeEach
  void cut() {
    var random = new Random(3);
    for (int i = 0; i < 2 * BLOCK; i++) {
      var id = new SeekerId("p%02d".formatted(i));
      seekers.add(new Seeker(id, Instant.ofEpochMilli(i), 0, random.nextDouble(), Set.of()));
      vectors.put(id, new float[] {random.nextFloat(), random.nextFloat(), 1});
    }
    tiling =
        files.write(
            CYCLE, seekers, vectors, List.of(), new TilingSettings(BLOCK, 4), 0.1, () -> {});
    tile = files.tiles(tiling).get(1);
    TileWork.score(store, tiling);
  }

  private void read(byte[] bytes) throws IOException {
    new ListReader(tile, new ByteArrayInputStream(bytes)).readAll((seeker, list) -> {});
  }

  private byte[] written() {
    return store.contents(tile.listsKey());
  }

  @Test
  void whatWasWrittenIsRead() {
    var rows = new ArrayList<Integer>();
    files.readLists(
        tile,
        (seeker, list) -> {
          rows.add(seeker);
          assertThat(list.size()).isEqualTo(4);
          assertThat(list.floor()).isEqualTo(list.value(3));
        });
    assertThat(rows).hasSize(2 * BLOCK).isSorted();
  }

  @Test
  void everyByteCounts() {
    byte[] good = written();
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      assertThatThrownBy(() -> read(bad))
          .as("byte %d", at)
          .isInstanceOf(BrokenFileException.class)
          .hasMessageContaining(tile.listsKey());
    }
  }

  @Test
  void everyLengthCounts() {
    byte[] good = written();
    for (int length = 0; length < good.length; length++) {
      byte[] bad = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> read(bad))
          .as("of %d bytes", length)
          .isInstanceOf(BrokenFileException.class)
          .hasMessageContaining("breaks off");
    }
    assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length + 1)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("goes on");
  }

  @Test
  void aTileThatFoundNothingYetIsNamed() {
    var other =
        files.write(
            CYCLE, seekers, vectors, List.of(), new TilingSettings(BLOCK, 4), 0.1, () -> {});
    var contenders = new Contenders(seekers, vectors);
    var sources = TiledCandidates.of(files, other, CandidateSources.exact(), () -> {});
    assertThatThrownBy(() -> sources.open(contenders, new Scores(contenders, 0.1)))
        .isInstanceOf(MissingFileException.class)
        .hasMessageContaining("tile-000-000.mmt");
  }

  @Test
  void aTileRetriedWritesTheSame() {
    byte[] before = written();
    TileWork.score(store, tile);
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void aTileThatRunsOutOfTimeWritesNothing() {
    var other =
        files.write(
            CYCLE, seekers, vectors, List.of(), new TilingSettings(BLOCK, 4), 0.1, () -> {});
    var late = files.tiles(other).get(1);
    var left = new AtomicInteger(60_000);
    assertThatThrownBy(
            () ->
                new ScoreTile(files, CandidateSources.exact())
                    .score(late, () -> left.getAndAdd(-25_000), () -> {}))
        .isInstanceOf(TileOutOfTimeException.class)
        .hasMessageContaining("9 of 18 seekers");
    assertThat(store.keys()).doesNotContain(late.listsKey());
  }

  @Test
  void aBlockWithoutAnErasedPersonIsNotUsed() throws IOException {
    var fewer = new LinkedHashMap<>(vectors);
    fewer.keySet().removeIf(id -> !id.value().matches("p0[1-8]"));
    var bytes = new ByteArrayOutputStream();
    VectorFile.write(fewer, bytes);
    store.write(tile.one().vectorsKey(), out -> out.write(bytes.toByteArray()));
    assertThatThrownBy(() -> files.vectors(tiling, () -> {}))
        .isInstanceOf(TilesOutdatedException.class)
        .hasMessageContaining("holds 8 seekers, not 9");
    assertThatThrownBy(() -> TileWork.score(store, tile))
        .isInstanceOf(TilesOutdatedException.class);
  }

  @Test
  void otherSeekersOrAnotherWeightAreRefused() {
    var fewer = new Contenders(seekers.subList(0, 5), vectors);
    var sources = TiledCandidates.of(files, tiling, CandidateSources.exact(), () -> {});
    assertThatThrownBy(() -> sources.open(fewer, new Scores(fewer, 0.1)))
        .isInstanceOf(TilesOutdatedException.class);
    assertThatThrownBy(() -> tiling.requireWeight(0.2))
        .isInstanceOf(TilesOutdatedException.class)
        .hasMessageContaining("weight");
  }

  @Test
  void blocksThatAreTooSmallAreRefusedBeforeAnythingIsWritten() {
    var keys = store.keys();
    var many = Collections.nCopies(150, seekers.getFirst());
    assertThatThrownBy(
            () ->
                files.write(
                    CYCLE, many, vectors, List.of(), new TilingSettings(1, 4), 0.1, () -> {}))
        .isInstanceOf(TooManyTilesException.class)
        .hasMessageContaining("MOSAIC_TILE_SEEKERS = 1 are 11325 tiles");
    assertThat(store.keys()).isEqualTo(keys);
  }
}

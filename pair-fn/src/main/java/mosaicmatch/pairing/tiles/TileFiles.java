package mosaicmatch.pairing.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.UnmatchedReason;
import mosaicmatch.plan.UnmatchedSeeker;
import mosaicmatch.plan.VectorFile;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;

/**
 * The files of pairing in tiles, under {@code cycles/<cycle id>/pairing/}: blocks, the list of
 * tiles, and the candidates that each tile finds. Each making of tiles has a folder of its own.
 */
public final class TileFiles {

  /** What one cycle's map runs over at the most: a million seekers are 210 tiles. */
  private static final int MOST_TILES = 10_000;

  private final PlanStore store;

  /** Over the store that cycles are kept in. */
  public TileFiles(PlanStore store) {
    this.store = store;
  }

  /**
   * Cuts a pool into tiles.
   *
   * @param usable seekers with a usable vector, by priority
   * @param vectors a vector of one dimension for each of them
   * @param unusable those who can't take part
   * @param heartbeat called after each block, by this thread
   * @throws TooManyTilesException if the blocks are too small for the pool
   */
  public Tiling write(
      CycleId cycle,
      List<Seeker> usable,
      Map<SeekerId, float[]> vectors,
      List<UnmatchedSeeker> unusable,
      TilingSettings settings,
      double waitBoostWeight,
      Runnable heartbeat) {
    requireFewTiles(usable.size(), settings.seekersPerBlock());
    var folder = store.freshFolder(cycle, "pairing");
    var blocks = new ArrayList<Block>();
    for (int first = 0; first < usable.size(); first += settings.seekersPerBlock()) {
      int end = Math.min(usable.size(), first + settings.seekersPerBlock());
      var name = folder + "block-%03d".formatted(blocks.size());
      blocks.add(write(name, first, usable.subList(first, end), vectors));
      heartbeat.run();
    }
    int dimension = vectors.values().stream().mapToInt(v -> v.length).findFirst().orElse(0);
    var tiles =
        pairsOf(blocks.size())
            .map(
                pair ->
                    new Tile(
                        cycle,
                        blocks.get(pair.one()),
                        blocks.get(pair.other()),
                        folder + "tile-%03d-%03d.mmt".formatted(pair.one(), pair.other()),
                        dimension,
                        settings.candidates(),
                        waitBoostWeight))
            .toList();
    var key = store.writeLines(folder + "tiles.jsonl", tiles.iterator());
    var left = store.writeLines(folder + "unusable.jsonl", unusable.iterator());
    return new Tiling(
        key, left, tiles.size(), usable.size(), settings.candidates(), waitBoostWeight);
  }

  private record Two(int one, int other) {}

  private static Stream<Two> pairsOf(int blocks) {
    return IntStream.range(0, blocks)
        .boxed()
        .flatMap(one -> IntStream.range(one, blocks).mapToObj(other -> new Two(one, other)));
  }

  private static void requireFewTiles(int seekers, int blockSize) {
    long blocks = (seekers + blockSize - 1L) / blockSize;
    long tiles = blocks * (blocks + 1) / 2;
    if (tiles > MOST_TILES) {
      throw new TooManyTilesException(seekers, blockSize, tiles, MOST_TILES);
    }
  }

  private Block write(
      String name, int first, List<Seeker> seekers, Map<SeekerId, float[]> vectors) {
    var ofBlock = new LinkedHashMap<SeekerId, float[]>();
    seekers.forEach(seeker -> ofBlock.put(seeker.userId(), vectors.get(seeker.userId())));
    return new Block(
        store.writeLines(name + ".jsonl", seekers.iterator()),
        store.write(name + ".mmv", out -> VectorFile.write(ofBlock, out)),
        first,
        seekers.size());
  }

  /** The tiles of a tiling. */
  List<Tile> tiles(Tiling tiling) {
    try (var tiles = store.readLines(tiling.key(), Tile.class)) {
      return tiles.toList();
    }
  }

  /**
   * The vectors of all seekers, by priority.
   *
   * @throws TilesOutdatedException if a block holds fewer than the tiles were made of
   */
  public Map<SeekerId, float[]> vectors(Tiling tiling, Runnable heartbeat) {
    var vectors = new LinkedHashMap<SeekerId, float[]>();
    for (var block : blocks(tiling)) {
      vectors.putAll(vectors(block));
      heartbeat.run();
    }
    return vectors;
  }

  /** Why those who are in no block can't take part. */
  public Map<SeekerId, UnmatchedReason> unusable(Tiling tiling) {
    try (var lines = store.readLines(tiling.unusableKey(), UnmatchedSeeker.class)) {
      return lines.collect(Collectors.toMap(UnmatchedSeeker::userId, UnmatchedSeeker::reason));
    }
  }

  private List<Block> blocks(Tiling tiling) {
    var byFirst =
        tiles(tiling).stream()
            .map(Tile::one)
            .collect(
                Collectors.toMap(
                    Block::first, Function.identity(), (block, same) -> block, TreeMap::new));
    return List.copyOf(byFirst.values());
  }

  Map<SeekerId, float[]> vectors(Block block) {
    var vectors = store.vectors(block.vectorsKey());
    requireSize(block, vectors.size());
    return vectors;
  }

  List<Seeker> seekers(Block block) {
    try (var lines = store.pool(block.seekersKey())) {
      var seekers = lines.toList();
      requireSize(block, seekers.size());
      return seekers;
    }
  }

  private static void requireSize(Block block, int size) {
    if (size != block.size()) {
      throw new TilesOutdatedException(
          "block %s holds %d seekers, not %d".formatted(block.vectorsKey(), size, block.size()));
    }
  }

  /** Writes what a tile found. */
  void writeLists(Tile tile, ListWriter.Contents contents) {
    store.write(
        tile.listsKey(),
        out -> {
          var writer = new ListWriter(out, tile.candidates(), tile.rows());
          contents.to(writer);
          writer.end();
        });
  }

  /**
   * Reads what a tile found, row by row.
   *
   * @throws mosaicmatch.plan.MissingFileException if it has found nothing yet
   * @throws mosaicmatch.plan.BrokenFileException if the file is not what the tile wrote
   */
  void readLists(Tile tile, ListReader.Sink sink) {
    store.read(
        tile.listsKey(),
        in -> {
          new ListReader(tile, in).readAll(sink);
          return tile.rows();
        });
  }

  /** The numbers of rows, from the first to before the end. */
  static int[] range(int first, int end) {
    return IntStream.range(first, end).toArray();
  }
}

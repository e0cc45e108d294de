package mosaicmatch.pairing.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32C;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.plan.BrokenFileException;
import mosaicmatch.plan.InMemoryPlanStore;
import mosaicmatch.pool.Seeker;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.HostileBytes;
import mosaicmatch.proof.HostileInput;
import mosaicmatch.proof.HostileJson;
import mosaicmatch.proof.HostileSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the files of the tiles hold: they are read, or refused by their names. */
@Timeout(300)
class HostileTileFilesAreNamedTest {

  private static final int CASES = 700;
  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  private static final int BLOCK = 9;

  private final InMemoryPlanStore store = new InMemoryPlanStore();
  private final HostileSearch search =
      HostileSearch.named("hostile-tile-files", getClass())
          .refusingBy(BrokenFileException.class, TilesOutdatedException.class);

  private Tiling cut() {
    var random = new Random(3);
    var seekers = new ArrayList<Seeker>();
    Map<SeekerId, float[]> vectors = new LinkedHashMap<>();
    for (int i = 0; i < 2 * BLOCK; i++) {
      var id = new SeekerId("p%02d".formatted(i));
      seekers.add(new Seeker(id, Instant.ofEpochMilli(i), 0, random.nextDouble(), Set.of()));
      vectors.put(id, new float[] {random.nextFloat(), random.nextFloat(), 1});
    }
    return new TileFiles(store)
        .write(CYCLE, seekers, vectors, List.of(), new TilingSettings(BLOCK, 4), 0.1, () -> {});
  }

  @Test
  void everyFileIsReadOrRefusedByItsName() {
    var tiling = cut();
    var tile = new TileFiles(store).tiles(tiling).get(1);
    TileWork.score(store, tiling);
    byte[] lists = store.contents(tile.listsKey());
    search.search(
        "tile.mmt", CASES, random -> HostileBytes.of(lists, random), input -> read(tile, input));
    search.search(
        "tile.mmt with a checksum that fits",
        2 * CASES,
        random -> {
          byte[] body = Arrays.copyOf(lists, lists.length - Integer.BYTES);
          var spoilt = HostileBytes.of(body, random);
          return new HostileInput(sealed(spoilt.bytes()), spoilt.mutation());
        },
        input -> read(tile, input));
    var tiles = new String(store.contents(tiling.key()), StandardCharsets.UTF_8);
    search.search(
        "tiles.jsonl",
        CASES,
        random -> HostileJson.ofLines(tiles, random),
        input -> {
          store.put("tiles.jsonl", input.text());
          var renamed = new Tiling("tiles.jsonl", tiling.unusableKey(), 3, 2 * BLOCK, 4, 0.1);
          assertThat(new TileFiles(store).tiles(renamed)).doesNotContainNull();
        });
    search.notices(
        "a reader without its checks",
        CASES,
        random -> HostileBytes.of(lists, random),
        input -> unchecked(ByteBuffer.wrap(input.bytes()).order(ByteOrder.LITTLE_ENDIAN)));
    search.end();
  }

  private static void read(Tile tile, HostileInput input) throws Exception {
    var lists = new MergedLists(2 * BLOCK, tile.candidates());
    try {
      new ListReader(tile, new ByteArrayInputStream(input.bytes())).readAll(lists::add);
    } catch (BrokenFileException e) {
      assertThat(e).hasMessageContaining(tile.listsKey());
      throw e;
    }
  }

  private static byte[] sealed(byte[] body) {
    var crc = new CRC32C();
    crc.update(body);
    return ByteBuffer.allocate(body.length + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  private static void unchecked(ByteBuffer in) {
    in.position(12);
    while (in.remaining() > Integer.BYTES) {
      var numbers = new int[in.getInt()];
      in.getFloat();
      in.position(in.position() + 2 * Integer.BYTES * numbers.length);
    }
  }
}

package mosaicmatch.bench.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mosaicmatch.bench.pools.BenchPool;
import mosaicmatch.bench.pools.RawVectorFile;
import mosaicmatch.pairing.Pairing;
import mosaicmatch.pairing.PairingSettings;
import mosaicmatch.pool.SeekerId;

/** A pool in files for the peer, and the peer's pairs; seekers are numbers by priority. */
final class Handover {

  private final Path folder;
  private final BenchPool pool;

  Handover(Path folder, BenchPool pool) {
    this.folder = folder;
    this.pool = pool;
  }

  Path folder() {
    return folder;
  }

  void write(PairingSettings settings, int threads) throws IOException {
    int count = pool.seekers().size();
    var vectors = new float[count][];
    var boosts = new byte[count * Double.BYTES];
    var intoBoosts = littleEndian(boosts);
    for (int place = 0; place < count; place++) {
      vectors[place] = pool.vector(place);
      intoBoosts.putDouble(pool.seekers().get(place).waitBoost());
    }
    RawVectorFile.write(folder.resolve("vectors.f32"), vectors);
    Files.write(folder.resolve("boosts.f64"), boosts);
    Files.write(folder.resolve("ranks.i32"), ranks());
    var json = new ObjectMapper();
    var about =
        json.createObjectNode()
            .put("count", count)
            .put("dimension", vectors[0].length)
            .put("threshold", settings.threshold())
            .put("weight", settings.waitBoostWeight())
            .put("threads", threads);
    json.writeValue(folder.resolve("pool.json").toFile(), about);
  }

  private byte[] ranks() {
    var sorted = new ArrayList<>(pool.seekers().stream().map(seeker -> seeker.userId()).toList());
    sorted.sort(null);
    var rank = new HashMap<SeekerId, Integer>();
    sorted.forEach(id -> rank.put(id, rank.size()));
    var ranks = new byte[sorted.size() * Integer.BYTES];
    var into = littleEndian(ranks);
    pool.seekers().forEach(seeker -> into.putInt(rank.getOrDefault(seeker.userId(), -1)));
    return ranks;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many of a plan's pairs the peer has made as well, as a share. */
  double sharedWith(Pairing plan) throws IOException {
    var theirs = pairs();
    long both =
        plan.pairs().stream()
            .filter(pair -> theirs.contains(Set.of(pair.user1().userId(), pair.user2().userId())))
            .count();
    return (double) both / Math.max(1, Math.max(plan.pairs().size(), theirs.size()));
  }

  private Set<Set<SeekerId>> pairs() throws IOException {
    var numbers = littleEndian(Files.readAllBytes(folder.resolve("pairs.i32"))).asIntBuffer();
    var pairs = new HashSet<Set<SeekerId>>();
    while (numbers.hasRemaining()) {
      pairs.add(Set.copyOf(List.of(id(numbers.get()), id(numbers.get()))));
    }
    return pairs;
  }

  private SeekerId id(int place) {
    return pool.seekers().get(place).userId();
  }
}

package mosaicmatch.bench.pools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mosaicmatch.bench.measure.Progress;
import mosaicmatch.traitservice.embedding.MiniLmEmbeddingModel;

/** Embeddings of real texts by the model that the product ships with, kept for the next time. */
public final class RealTexts {

  private static final long SEED = 15;
  private static final int TELL_EACH = 2_000;

  private RealTexts() {}

  /**
   * The embeddings of so many package descriptions.
   *
   * @throws RealTextsMissingException if there are not as many
   */
  public static float[][] embeddings(int count) throws IOException {
    return embeddings(Path.of(System.getProperty("mosaic.root", "."), "bench/target/texts"), count);
  }

  static float[][] embeddings(Path folder, int count) throws IOException {
    var file = folder.resolve("descriptions");
    var texts =
        Files.exists(file) ? PackageDescriptions.read(file, count, SEED) : List.<String>of();
    if (texts.size() < count) {
      throw new RealTextsMissingException(file, texts.size(), count);
    }
    var kept = folder.resolve("minilm-%d-%08x.f32".formatted(count, texts.hashCode()));
    if (!Files.exists(kept)) {
      RawVectorFile.write(kept, embed(texts));
    }
    return RawVectorFile.read(kept, count);
  }

  private static float[][] embed(List<String> texts) {
    Progress.tell("embedding %d texts, seed %d".formatted(texts.size(), SEED));
    var model = MiniLmEmbeddingModel.load();
    var vectors = new float[texts.size()][];
    var done = new AtomicInteger();
    Arrays.parallelSetAll(
        vectors,
        i -> {
          if (done.incrementAndGet() % TELL_EACH == 0) {
            Progress.tell("embedded " + done.get());
          }
          return model.embed(texts.get(i));
        });
    return vectors;
  }
}

package mosaicmatch.traitservice.optin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traitservice.WordHashModel;
import mosaicmatch.traitservice.embedding.EmbeddingModel;
import mosaicmatch.traitservice.registry.CoolDown;
import mosaicmatch.traitservice.registry.SeekerRegistry;
import mosaicmatch.traitservice.registry.SeekerStatus;
import mosaicmatch.traitservice.vectors.VectorIndex;
import org.junit.jupiter.api.Test;

class OptInsTest {

  private static final SeekerId ANA = new SeekerId("ana");

  private final WordHashModel model = new WordHashModel();
  private final VectorIndex vectors = VectorIndex.inMemory(model.dimensions());
  private final SeekerRegistry registry =
      SeekerRegistry.inMemory(
          new CoolDown(Duration.ofDays(30)),
          InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z")));
  private final OptIns optIns = new OptIns(model, vectors, registry);

  @Test
  void whoeverWaitsHasAVectorAndWhoeverIsErasedHasNoneHoweverTheCallsOverlap() {
    for (int round = 0; round < 200; round++) {
      IntStream.range(0, 4)
          .parallel()
          .forEach(
              i -> {
                if (i % 2 == 0) {
                  optIns.optIn(ANA, "rain " + i);
                } else {
                  optIns.erase(ANA);
                }
              });
      boolean waits = registry.find(ANA).status() == SeekerStatus.WAITING;
      assertThat(vectors.find(ANA).isPresent()).isEqualTo(waits);
    }
  }

  @Test
  void aTextThatCanNotBeEmbeddedOptsNobodyIn() {
    OptIns failing =
        new OptIns(
            new EmbeddingModel() {
              @Override
              public String name() {
                return "failing";
              }

              @Override
              public int dimensions() {
                return model.dimensions();
              }

              @Override
              public float[] embed(String text) {
                throw new IllegalStateException("no");
              }
            },
            vectors,
            registry);
    assertThatThrownBy(() -> failing.optIn(ANA, "rain")).isInstanceOf(IllegalStateException.class);
    assertThat(registry.find(ANA).status()).isEqualTo(SeekerStatus.NONE);
  }
}

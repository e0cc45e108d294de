package mosaicmatch.traitservice.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiniLmEmbeddingModelTest {

  private static final MiniLmEmbeddingModel MODEL = MiniLmEmbeddingModel.load();

  @Test
  void aVectorHasItsDimensionsAndLengthOne() {
    float[] vector = MODEL.embed("Likes rain, long letters and Brahms.");
    assertThat(vector).hasSize(MODEL.dimensions());
    assertThat(cosine(vector, vector)).isBetween(0.999999, 1.000001);
  }

  @Test
  void whatIsAlikeIsCloserThanWhatIsNot() {
    float[] hiker = MODEL.embed("Loves hiking in the mountains and sleeping in a tent.");
    float[] camper = MODEL.embed("Spends weekends camping and climbing hills.");
    float[] baker = MODEL.embed("Collects stamps and files tax returns for a living.");
    assertThat(cosine(hiker, camper)).isGreaterThan(2 * cosine(hiker, baker));
  }

  @Test
  void theSameTextGivesTheSameBitsOnAnyThread() {
    float[] alone = MODEL.embed("Likes rain.");
    List<float[]> together =
        IntStream.range(0, 16).parallel().mapToObj(_ -> MODEL.embed("Likes rain.")).toList();
    assertThat(together).allSatisfy(vector -> assertThat(vector).isEqualTo(alone));
  }

  @Test
  void theEndOfALongTextCountsToo() {
    String begin = "She writes about rain and rivers. ".repeat(200);
    assertThat(MODEL.embed(begin + "She keeps bees."))
        .isNotEqualTo(MODEL.embed(begin + "She repairs cars."));
  }

  @Test
  void oneEndlessWordAndEmojiCanBeEmbedded() {
    assertThat(MODEL.embed("a".repeat(20_000))).hasSize(MODEL.dimensions());
    assertThat(MODEL.embed("\uD83C\uDFB5".repeat(3_000))).hasSize(MODEL.dimensions());
    assertThat(MODEL.embed("?")).hasSize(MODEL.dimensions());
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}

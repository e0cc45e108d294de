package mosaicmatch.traits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

/** What every index does that is asked who is alike. */
public abstract class SimilarSeekersContract {

  private static final SeekerId ANA = new SeekerId("ana");

  /** The index. */
  protected abstract SimilarSeekers index();

  /** Opts somebody in with a text; equal texts have equal embeddings. */
  protected abstract void optIn(String id, String text);

  /** Opts somebody out. */
  protected abstract void optOut(String id);

  private List<String> similarToAna(int topK) {
    return index().similarTo(ANA, topK).stream().map(SeekerId::value).toList();
  }

  @Test
  void mostAlikeComeFirstAndOneselfNever() {
    optIn("ana", "rain on slate");
    optIn("bo", "rain on slate");
    optIn("cy", "rain on snow");
    optIn("di", "brass and thunder");
    assertThat(similarToAna(9)).hasSize(3).startsWith("bo").doesNotContain("ana");
  }

  @Test
  void noMoreThanAskedForAreNamed() {
    optIn("ana", "rain on slate");
    optIn("bo", "rain on slate");
    optIn("cy", "rain on snow");
    assertThat(similarToAna(1)).containsExactly("bo");
  }

  @Test
  void onlyWhoWaitsIsNamed() {
    optIn("ana", "rain on slate");
    optIn("bo", "rain on slate");
    optIn("cy", "rain on snow");
    optOut("bo");
    assertThat(similarToAna(9)).containsExactly("cy");
  }

  @Test
  void nobodyIsLikeOneWithoutAnEmbedding() {
    optIn("bo", "rain on slate");
    assertThat(similarToAna(9)).isEmpty();
  }
}

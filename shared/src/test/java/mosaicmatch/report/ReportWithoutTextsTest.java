package mosaicmatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mosaicmatch.json.Json;
import org.junit.jupiter.api.Test;

class ReportWithoutTextsTest {

  private static ReportedSeeker seeker(String id) {
    return new ReportedSeeker(id, Optional.empty(), Duration.ofHours(3), 0, 0);
  }

  private static ReportedPair pair(int rank) {
    return new ReportedPair(
        "a" + rank + "#b" + rank,
        seeker("a" + rank),
        seeker("b" + rank),
        0.4,
        0.41,
        rank,
        Optional.empty(),
        PairOutcome.COMPLETED,
        Optional.empty());
  }

  @Test
  void pageShowsIdsAndScoresAndSaysNothingOfWords() {
    var page = ReportPage.of(Reports.of(List.of(pair(1)), List.of()));
    assertThat(page)
        .contains("a1", "b1", "0.41", "Closer than", "the most alike first")
        .doesNotContain("no longer kept", "telling word", "words that both use");
  }

  @Test
  void pageShowsTheFirstRowsAndSaysSoAndTheDataIsComplete() {
    int many = 2_500;
    var report =
        Reports.of(IntStream.rangeClosed(1, many).mapToObj(i -> pair(i)).toList(), List.of());
    var page = ReportPage.of(report);
    assertThat(page).contains("the first 2,000 of 2,500");
    assertThat(page.split("<tr id=\"pair-", -1)).hasSize(2_001);
    assertThat(ReportDocument.of(report).pairs()).hasSize(many);
  }

  @Test
  void dataNeverHoldsTexts() {
    JsonNode data =
        Json.mapper().valueToTree(ReportDocument.of(Reports.ofPair("my secret", "yours")));
    assertThat(data.toString()).doesNotContain("my secret", "yours", "text");
    assertThat(data.at("/pairs/0/user1/waited_seconds").asLong()).isEqualTo(3 * 3600);
    assertThat(data.at("/summary/completed").asLong()).isEqualTo(1);
    assertThat(data.at("/settings/threshold").asText()).isEqualTo("0.35");
  }

  @Test
  void quantileIsTheSmallestValueThatSoManyDoNotExceed() {
    var ten = Quantiles.of(List.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
    assertThat(
            Map.of(
                0.1, ten.at(0.1).orElseThrow(),
                0.5, ten.at(0.5).orElseThrow(),
                0.95, ten.at(0.95).orElseThrow(),
                1.0, ten.at(1).orElseThrow()))
        .isEqualTo(Map.of(0.1, 1, 0.5, 5, 0.95, 10, 1.0, 10));
    assertThat(Quantiles.of(List.<Integer>of()).at(0.5)).isEmpty();
  }
}

package mosaicmatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextStaysTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</td></tr></table><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)' autofocus='",
        "</script><script>alert(1)</script>",
        "<!--",
        "&lt;b&gt;",
        "{{rank}} {{style}} $1 \\",
      })
  void everyPlaceThatTakesTextEscapesIt(String hostile) {
    var page = ReportPage.of(hostileEverywhere(hostile));
    var justItsWords = hostile.replaceAll("[^\\p{L}\\p{N}]+", " ");
    assertThat(tags(page)).isEqualTo(tags(ReportPage.of(hostileEverywhere(justItsWords))));
    assertThat(page).contains(Html.text(hostile).markup());
  }

  @Test
  void charactersThatHtmlForbidsAreReplaced() {
    assertThat(Html.text("a\u0000b\u0007c\uD800d\uFFFEe\n\tf\uD83C\uDF5E").markup())
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\n\tf\uD83C\uDF5E");
  }

  @Test
  void markedWordKeepsItsNeighboursEscaped() {
    assertThat(Excerpt.of("<b>rye</b> & rye", word -> word.stem().equals("rye")).markup())
        .isEqualTo("&lt;b&gt;<mark>rye</mark>&lt;/b&gt; &amp; <mark>rye</mark>");
  }

  @Test
  void longTextIsCutButNeverInTheMiddleOfACharacter() {
    assertThat(Excerpt.of("word ".repeat(4_000), _ -> false).markup()).hasSizeLessThan(610);
    var breads = "x" + "\uD83C\uDF5E".repeat(1_000);
    assertThat(Excerpt.of(breads, _ -> false).markup()).endsWith("\uD83C\uDF5E…");
  }

  private static List<String> tags(String page) {
    return Pattern.compile("<[a-zA-Z/!][^>]*")
        .matcher(page.replaceAll("(title|data-value|aria-label)=\"[^\"]*\"", ""))
        .results()
        .map(tag -> tag.group().replaceAll("[0-9.]+|\\s+", " "))
        .filter(tag -> !tag.startsWith("<rect") && !tag.startsWith("<mark"))
        .toList();
  }

  private static CycleReport hostileEverywhere(String hostile) {
    var seeker = new ReportedSeeker(hostile, Optional.of(hostile), Duration.ZERO, 0, 0);
    var pair =
        new ReportedPair(
            hostile,
            seeker,
            seeker,
            0.5,
            0.5,
            1,
            Optional.empty(),
            PairOutcome.FAILED,
            Optional.of(hostile));
    return new CycleReport(
        hostile,
        hostile,
        false,
        Reports.START,
        Reports.START,
        3,
        Map.of(hostile, 1L),
        List.of(pair),
        List.of(new ReportedUnmatched(seeker, hostile, Optional.empty())),
        List.of(),
        List.of(new ReportedStep(hostile, Reports.START, Reports.START)),
        List.of(new Trouble(hostile, hostile, 1, false)),
        Map.of(hostile, hostile));
  }
}

package mosaicmatch.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static mosaicmatch.report.Figures.score;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pairs, those that need attention first, then the most alike first. */
final class PairsTable {

  private static final Set<PairOutcome> FINE =
      EnumSet.of(PairOutcome.PLANNED, PairOutcome.COMPLETED);
  // Names of errors are long words; they may break where a capital begins.
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final Comparator<ReportedPair> ORDER =
      comparing((ReportedPair pair) -> FINE.contains(pair.outcome()))
          .thenComparing(comparingDouble(ReportedPair::similarity).reversed());

  private final CycleReport report;
  private final TellingWords tellingWords;
  private final boolean hasTexts;
  private final Baseline baseline;
  private final OptionalDouble chance;

  private PairsTable(CycleReport report, CycleSummary summary) {
    this.report = report;
    var pool = Stream.concat(report.paired(), report.waiting());
    tellingWords = new TellingWords(pool.flatMap(seeker -> seeker.text().stream()).toList());
    hasTexts = report.paired().anyMatch(seeker -> seeker.text().isPresent());
    baseline = new Baseline(report.randomSimilarities());
    chance = summary.meanRandomSimilarity();
  }

  static Html of(CycleReport report, CycleSummary summary) {
    return report.pairs().isEmpty() ? Html.NONE : new PairsTable(report, summary).html();
  }

  private Html html() {
    var rows = report.pairs().stream().sorted(ORDER).limit(Listing.MAX_ROWS).map(this::row);
    return Template.of("listing")
        .with("id", "pairs")
        .with("title", "Pairs and why they fit")
        .with("placeholder", "Search people, words, outcomes")
        .with("heads", Template.of("pairs-heads").html())
        .with("hint", Listing.hint(report.pairs().size(), hint()))
        .with("rows", Html.join(rows.toList()))
        .html();
  }

  private Html row(ReportedPair pair) {
    var shared = shared(pair);
    Predicate<Word> marked = word -> shared.containsKey(tellingWords.base(word));
    return Template.of("pair")
        .with("rank", pair.rank())
        .with("firstid", pair.first().userId())
        .with("first", Listing.person(pair.first(), marked))
        .with("secondid", pair.second().userId())
        .with("second", Listing.person(pair.second(), marked))
        .with("sharedcount", shared.size())
        .with("why", why(shared))
        .with("standing", Listing.sentence(baseline.standing(pair.similarity())))
        .with("similarity", pair.similarity())
        .with("similarityshown", score(pair.similarity()))
        .with("meter", percent(pair.similarity()))
        .with("chance", chance())
        .with("score", pair.score())
        .with("scoreshown", score(pair.score()))
        .with("scorenotes", scoreNotes(pair))
        .with("outcome", pair.outcome().inWords())
        .with("note", pair.note().map(PairsTable::note).orElse(Html.NONE))
        .html();
  }

  private String hint() {
    return hasTexts ? "words that both use and few others do" : "the most alike first";
  }

  private Map<String, String> shared(ReportedPair pair) {
    return tellingWords.shared(pair.first().text().orElse(""), pair.second().text().orElse(""));
  }

  private Html why(Map<String, String> shared) {
    if (!hasTexts) {
      return Html.NONE;
    }
    if (shared.isEmpty()) {
      return Template.of("nothing-shared").html();
    }
    var words = shared.values().stream().map(word -> Template.of("word").with("word", word).html());
    return Template.of("shared").with("words", Html.join(words.toList())).html();
  }

  private Html chance() {
    if (chance.isEmpty()) {
      return Html.NONE;
    }
    return Template.of("chance")
        .with("x", percent(chance.getAsDouble()))
        .with("title", "random pairs: " + score(chance.getAsDouble()))
        .html();
  }

  private static Html scoreNotes(ReportedPair pair) {
    var boost = "wait +" + score(Math.max(0, pair.score() - pair.similarity()));
    var nextBest = pair.runnerUpScore().map(next -> "next best " + score(next));
    return Html.join(
        Stream.concat(Stream.of(boost), nextBest.stream())
            .map(words -> Template.of("score-note").with("words", words).html())
            .toList());
  }

  private static Html note(String note) {
    var breakable = HUMP.matcher(Html.text(note).markup()).replaceAll("<wbr>");
    return Template.of("note").with("note", new Html(breakable)).html();
  }

  private static double percent(double similarity) {
    return Math.clamp(similarity * 100, 0, 100);
  }
}

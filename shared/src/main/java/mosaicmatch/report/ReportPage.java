package mosaicmatch.report;

import static mosaicmatch.report.Figures.counted;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report of a cycle as one HTML page: no other file, no network, light and dark, for screen,
 * phone and paper; complete without JavaScript. Its content security policy allows just its own
 * style and script, so that no text in it can act.
 */
public final class ReportPage {

  private static final String STYLE = Resources.text("style.css");
  private static final String SCRIPT = Resources.text("script.js");

  private ReportPage() {}

  /** The page, in UTF-8 once written. */
  public static String of(CycleReport report) {
    var summary = CycleSummary.of(report);
    var headline = Headline.of(report);
    return Template.of("page")
        .with("stylehash", hash(STYLE))
        .with("scripthash", hash(SCRIPT))
        .with("style", new Html(STYLE))
        .with("script", new Html(SCRIPT))
        .with("cycle", report.cycleId())
        .with("badge", report.dryRun() ? Template.of("badge").html() : Html.NONE)
        .with("claim", headline.claim())
        .with("state", headline.state())
        .with("tone", tone(report, summary))
        .with("tiles", Tiles.of(report, summary))
        .with("mosaic", Mosaic.of(report))
        .with("similarity", SimilarityChart.of(report, summary))
        .with("waits", WaitChart.of(report))
        .with("steps", StepChart.of(report))
        .with("pairs", PairsTable.of(report, summary))
        .with("unmatched", UnmatchedTable.of(report))
        .with("settings", settings(report))
        .with("baseline", baseline(report))
        .with("started", report.startedAt().toString())
        .with("finished", report.finishedAt().toString())
        .with("execution", report.execution())
        .html()
        .markup();
  }

  private static String tone(CycleReport report, CycleSummary summary) {
    if (report.dryRun() || summary.planned() == 0) {
      return "plain";
    }
    return summary.unfinished() + summary.givenUp() == 0 ? "well" : "attention";
  }

  private static Html settings(CycleReport report) {
    var all = new LinkedHashMap<>(report.settings());
    report.leftOut().forEach((reason, number) -> all.put("left out: " + reason, number.toString()));
    var rows = all.entrySet().stream().map(ReportPage::setting).toList();
    return rows.isEmpty()
        ? Html.NONE
        : Template.of("settings").with("rows", Html.join(rows)).html();
  }

  private static Html setting(Map.Entry<String, String> setting) {
    return Template.of("setting")
        .with("name", setting.getKey().replace('_', ' '))
        .with("value", setting.getValue())
        .html();
  }

  private static String baseline(CycleReport report) {
    var drawn = report.randomSimilarities();
    return drawn.isEmpty()
        ? ""
        : counted(drawn.size(), "random pair was", "random pairs were")
            + " drawn from the same people to compare with.";
  }

  /** A source for a content security policy (Content Security Policy Level 3, "hash-source"). */
  private static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package mosaicmatch.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The report of a cycle as data: every pair and everybody unmatched, however many; ids, scores and
 * waits, never texts. Written by {@code Json.mapper()}.
 *
 * @param cycleId the cycle
 * @param execution ARN of the execution that ran it
 * @param dryRun true if it only planned
 * @param startedAt when the execution started
 * @param finishedAt when it ended
 * @param summary the cycle in numbers
 * @param leftOut how many seekers the pool or the plan left out, by reason
 * @param settings what it was paired by, by name
 * @param steps when its steps ran
 * @param troubles the errors it met
 * @param pairs the plan's pairs
 * @param unmatched the plan's unmatched seekers
 */
public record ReportDocument(
    String cycleId,
    String execution,
    boolean dryRun,
    Instant startedAt,
    Instant finishedAt,
    Summary summary,
    Map<String, Long> leftOut,
    Map<String, String> settings,
    List<ReportedStep> steps,
    List<Trouble> troubles,
    List<Pair> pairs,
    List<Unmatched> unmatched) {

  /** A {@link CycleSummary} with its time spans in seconds. */
  record Summary(
      long pool,
      long planned,
      long completed,
      long unfinished,
      long givenUp,
      long unmatched,
      double matchedShare,
      OptionalDouble meanSimilarity,
      OptionalDouble meanRandomSimilarity,
      Optional<Long> medianWaitSeconds,
      Optional<Long> longestWaitSeconds,
      long durationSeconds) {

    private static Summary of(CycleSummary summary) {
      return new Summary(
          summary.pool(),
          summary.planned(),
          summary.completed(),
          summary.unfinished(),
          summary.givenUp(),
          summary.unmatched(),
          summary.matchedShare(),
          summary.meanSimilarity(),
          summary.meanRandomSimilarity(),
          summary.medianWait().map(wait -> wait.toSeconds()),
          summary.longestWait().map(wait -> wait.toSeconds()),
          summary.duration().toSeconds());
    }
  }

  /** A {@link ReportedSeeker} without their text. */
  record Seeker(String userId, long waitedSeconds, int missedCycles, double boost) {

    private static Seeker of(ReportedSeeker seeker) {
      return new Seeker(
          seeker.userId(), seeker.waited().toSeconds(), seeker.missedCycles(), seeker.boost());
    }
  }

  /** A {@link ReportedPair}. */
  record Pair(
      String pairKey,
      Seeker user1,
      Seeker user2,
      double similarity,
      double score,
      int rank,
      Optional<Double> runnerUpScore,
      String outcome,
      Optional<String> note) {

    private static Pair of(ReportedPair pair) {
      return new Pair(
          pair.pairKey(),
          Seeker.of(pair.first()),
          Seeker.of(pair.second()),
          pair.similarity(),
          pair.score(),
          pair.rank(),
          pair.runnerUpScore(),
          pair.outcome().inWords(),
          pair.note());
    }
  }

  /** A {@link ReportedUnmatched}. */
  record Unmatched(Seeker user, String reason, Optional<Double> bestScore) {

    private static Unmatched of(ReportedUnmatched unmatched) {
      return new Unmatched(
          Seeker.of(unmatched.seeker()), unmatched.reason(), unmatched.bestScore());
    }
  }

  /** The document of a report. */
  public static ReportDocument of(CycleReport report) {
    return new ReportDocument(
        report.cycleId(),
        report.execution(),
        report.dryRun(),
        report.startedAt(),
        report.finishedAt(),
        Summary.of(CycleSummary.of(report)),
        report.leftOut(),
        report.settings(),
        report.steps(),
        report.troubles(),
        report.pairs().stream().map(Pair::of).toList(),
        report.unmatched().stream().map(Unmatched::of).toList());
  }
}

package mosaicmatch.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Reports to look at: of the sample, and small ones. */
final class Reports {

  static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

  private static final long SEED = 20261122;
  private static final int PEOPLE = 300;
  private static final List<String> LIKES =
      List.of("sourdough", "fell running", "old radios", "choir", "chess", "moths", "sailing");

  private Reports() {}

  /** A cycle over 300 people that leaves two people waiting. */
  static CycleReport ofSample() {
    var random = new Random(SEED);
    var seekers =
        IntStream.range(0, PEOPLE).mapToObj(i -> seeker("person-" + i, text(i), random)).toList();
    var pairs = new ArrayList<ReportedPair>();
    for (int i = 0; i + 3 < seekers.size(); i += 2) {
      pairs.add(pair(seekers.get(i), seekers.get(i + 1), i / 2 + 1, random));
    }
    var waiting =
        List.of(
            new ReportedUnmatched(seekers.getLast(), "partners_taken", Optional.of(0.31)),
            new ReportedUnmatched(
                seekers.get(seekers.size() - 2), "nobody_above_threshold", Optional.empty()));
    return of(pairs, waiting);
  }

  /** A cycle with just these pairs and these people waiting. */
  static CycleReport of(List<ReportedPair> pairs, List<ReportedUnmatched> waiting) {
    var random = new Random(SEED);
    var randomSimilarities =
        IntStream.range(0, 1_000).mapToObj(_ -> 0.15 + 0.1 * random.nextGaussian()).toList();
    return new CycleReport(
        "2026-11-22T02:00:00Z",
        "cycle-1",
        false,
        START,
        START.plusMillis(3_020),
        2L * pairs.size() + waiting.size(),
        Map.of("live_claim", 2L),
        pairs,
        waiting,
        pairs.isEmpty() ? List.of() : randomSimilarities,
        List.of(
            new ReportedStep("ProcessPairs", START.plusMillis(400), START.plusMillis(2_400)),
            new ReportedStep("FetchPool", START, START.plusMillis(400))),
        List.of(new Trouble("FetchPool", "TraitServiceUnavailableException", 2, true)),
        Map.of("threshold", "0.35"));
  }

  static CycleReport ofPair(String one, String other) {
    return of(List.of(pair(one, other, PairOutcome.COMPLETED)), List.of());
  }

  static ReportedPair pair(String one, String other, PairOutcome outcome) {
    return new ReportedPair(
        "a#b",
        new ReportedSeeker("a", Optional.of(one), Duration.ofHours(3), 0, 0),
        new ReportedSeeker("b", Optional.of(other), Duration.ofHours(5), 1, 0.1),
        0.4,
        0.41,
        1,
        Optional.empty(),
        outcome,
        Optional.empty());
  }

  private static String text(int person) {
    return "I like %s and %s, and walks by the river."
        .formatted(LIKES.get(person % LIKES.size()), LIKES.get(person / 3 % LIKES.size()));
  }

  private static ReportedSeeker seeker(String id, String text, RandomGenerator random) {
    var waited = Duration.ofMinutes(random.nextInt(20_000));
    return new ReportedSeeker(
        id, Optional.of(text), waited, random.nextInt(3), random.nextDouble());
  }

  private static ReportedPair pair(
      ReportedSeeker first, ReportedSeeker second, int rank, RandomGenerator random) {
    double similarity = Math.clamp(0.45 + 0.1 * random.nextGaussian(), -1, 1);
    return new ReportedPair(
        first.userId() + "#" + second.userId(),
        first,
        second,
        similarity,
        similarity + 0.05,
        rank,
        Optional.of(similarity - 0.1),
        PairOutcome.COMPLETED,
        Optional.empty());
  }
}

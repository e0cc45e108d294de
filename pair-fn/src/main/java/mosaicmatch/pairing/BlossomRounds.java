package mosaicmatch.pairing;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mosaicmatch.pairing.search.CandidateSources;

/** Solves a graph, adds the missing pairs that could raise the total, and solves it again. */
final class BlossomRounds {

  /** The largest pool in which all pairs are priced; beyond, solving again takes too long. */
  static final int PRICED = 20_000;

  /** How often the graph is extended at the most. */
  static final int ROUNDS = 4;

  /** Missing pairs found for each contender in one round. */
  private static final int MISSING = 16;

  /** A gain of less than this is none: as much as the rounding of weights can make of nothing. */
  private static final double GAIN = 0x1p-22;

  /** How often progress is told of while the library computes. */
  private static final long REPORT_SECONDS = 2;

  private final PairingProblem problem;
  private final Progress progress;

  BlossomRounds(PairingProblem problem, Progress progress) {
    this.problem = problem;
    this.progress = progress;
  }

  /** By number, with whom each is matched; with itself where it is left. */
  int[] mates(PairGraph graph) {
    boolean priced = problem.source().isExact() && graph.size() <= PRICED;
    var solution = solve(graph, 0);
    for (int round = 1; priced && round <= ROUNDS; round++) {
      if (!extend(graph, solution.prices(), round)) {
        break;
      }
      solution = solve(graph, round);
    }
    return solution.mates();
  }

  /** In a thread of its own, since the library tells nothing until it is done. */
  private Blossom solve(PairGraph graph, int round) {
    var task = new FutureTask<>(() -> Blossom.solved(graph));
    Thread.ofPlatform().daemon().name("blossom").start(task);
    var solution = await(task);
    while (solution.isEmpty()) {
      report(round, 0);
      solution = await(task);
    }
    return solution.get();
  }

  /** What the task comes to, or nothing if it is not done in time for the next report. */
  private static <T> Optional<T> await(Future<T> task) {
    try {
      return Optional.of(task.get(REPORT_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pairs were matched", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("pairs can't be matched: " + e.getCause(), e.getCause());
    }
  }

  /** Adds what could raise the total; false if there is nothing. */
  private boolean extend(PairGraph graph, double[] prices, int round) {
    var contenders = problem.contenders();
    var priced = problem.scores().less(prices);
    var found =
        new TopPartners(
                contenders,
                priced,
                CandidateSources.exact().open(contenders, priced),
                (one, other) -> couldJoin(graph, one, other) ? GAIN : Double.POSITIVE_INFINITY,
                GAIN,
                MISSING)
            .find((share, matched) -> report(round - 1, share));
    boolean extended = false;
    for (int one = 0; one < found.length; one++) {
      for (var missing : found[one]) {
        graph.add(one, missing.number(), problem.scores().score(one, missing.number()));
        extended = true;
      }
    }
    return extended;
  }

  private boolean couldJoin(PairGraph graph, int one, int other) {
    double score = problem.scores().score(one, other);
    return score > 0 && score >= problem.limits().limit(one, other) && !graph.contains(one, other);
  }

  /** Each round is a part of the whole: half of it solving, half pricing. */
  private void report(int round, double priced) {
    progress.report((round + (priced > 0 ? 0.5 + priced / 2 : 0)) / (ROUNDS + 1), 0);
  }
}

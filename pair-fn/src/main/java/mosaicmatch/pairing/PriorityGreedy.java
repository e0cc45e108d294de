package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.TopList;

/**
 * Serves seekers by priority, longest wait first: each takes, of those who are still free, the
 * partner with the highest score, if it reaches their limit; of equal scores, the lower id. Exact:
 * every score that may decide is computed exactly. It is enough to look at those later in the
 * order, because whoever was served before and is still free found nobody who would do, this seeker
 * included.
 */
public final class PriorityGreedy implements PairingStrategy {

  /** Candidates kept for each: enough that few lists run out before their seeker's turn. */
  private static final int CANDIDATES = 8;

  @Override
  public String algorithm() {
    return "priority-greedy/1";
  }

  @Override
  public List<Choice> choose(PairingProblem problem, Progress progress) {
    return new Serving(problem, progress).choices();
  }

  /** The seekers as they are served. */
  private static final class Serving {

    private final CandidateSource source;
    private final PartnerChooser chooser;
    private final Limits limits;
    private final Progress progress;
    private final boolean[] served;
    private final List<Choice> choices = new ArrayList<>();

    Serving(PairingProblem problem, Progress progress) {
      this.source = problem.source();
      this.limits = problem.limits();
      this.progress = progress;
      chooser = problem.chooser();
      served = new boolean[problem.contenders().size()];
    }

    List<Choice> choices() {
      for (int[] batch = next(); batch.length > 0; batch = next()) {
        serve(batch, limits.lowestFrom(batch[0]));
        double left = (double) free().count() / served.length;
        progress.report(1 - left * left, 2 * choices.size());
      }
      return choices;
    }

    private int[] next() {
      return free().limit(source.batch()).toArray();
    }

    private IntStream free() {
      return IntStream.range(0, served.length).filter(number -> !served[number]);
    }

    /** Decides for all as if each were first; few find theirs taken when their turn comes. */
    private void serve(int[] batch, double least) {
      var lists = source.best(batch, served, CANDIDATES, least);
      var decisions = chooser.decideAll(batch, lists, served);
      for (int row = 0; row < batch.length; row++) {
        if (!served[batch[row]]) {
          serve(batch[row], decisions.get(row), lists[row], least);
        }
      }
    }

    private void serve(int number, Optional<Decision> early, TopList list, double least) {
      served[number] = true;
      early
          .filter(decision -> decision.holds(served))
          .or(() -> chooser.decide(number, list, served))
          .orElseGet(() -> chooser.decideByMore(number, list.size(), served, least))
          .choice()
          .ifPresent(
              choice -> {
                served[choice.partner()] = true;
                choices.add(choice);
              });
    }
  }
}

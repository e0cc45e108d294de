package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mosaicmatch.pairing.kernel.Kernel;

/**
 * Serves seekers by priority, longest wait first: each takes, of those who are still free, the
 * partner with the highest score, if it reaches the threshold; of equal scores, the lower id.
 * Exact: every score that may decide is computed exactly. It is enough to look at those later in
 * the order, because whoever was served before and is still free found nobody above the threshold,
 * this seeker included.
 */
public final class PriorityGreedy implements PairingStrategy {

  private final Kernel kernel;

  /** With the fastest kernel that runs here. */
  public PriorityGreedy() {
    this(Kernel.fastest());
  }

  /** With this kernel; which one it is changes the time and never the plan. */
  public PriorityGreedy(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public String algorithm() {
    return "priority-greedy/1";
  }

  @Override
  public Pairing pair(PairingInput input, Progress progress) {
    var usability = Usability.of(input);
    var contenders = new Contenders(usability.usable(), input.vectors());
    var scores = new Scores(contenders, input.settings().waitBoostWeight());
    return pair(input, usability, contenders, scores, progress);
  }

  /** The same with scores whose error bound may be another. */
  Pairing pair(
      PairingInput input,
      Usability usability,
      Contenders contenders,
      Scores scores,
      Progress progress) {
    var search = new CandidateSearch(contenders, scores, kernel);
    var chooser = new PartnerChooser(contenders, scores, input.settings().threshold());
    var choices =
        new Serving(contenders.size(), search, chooser, input.settings().threshold(), progress)
            .choices();
    return new Explanation(input, contenders, scores, search, progress)
        .explain(choices, usability.unusable());
  }

  /** The seekers as they are served. */
  private static final class Serving {

    /** Candidates kept for each: enough that few lists run out before their seeker's turn. */
    private static final int CANDIDATES = 16;

    private final CandidateSearch search;
    private final PartnerChooser chooser;
    private final double threshold;
    private final Progress progress;
    private final boolean[] served;
    private final List<Choice> choices = new ArrayList<>();

    private PackedColumns columns;
    private int place;

    Serving(
        int size,
        CandidateSearch search,
        PartnerChooser chooser,
        double threshold,
        Progress progress) {
      this.search = search;
      this.chooser = chooser;
      this.threshold = threshold;
      this.progress = progress;
      served = new boolean[size];
      columns = search.pack(IntStream.range(0, size).toArray());
    }

    List<Choice> choices() {
      for (int[] batch = next(); batch.length > 0; batch = next()) {
        var lists = search.best(batch, columns, place, CANDIDATES, threshold, this::isOffered);
        for (int row = 0; row < batch.length; row++) {
          serve(batch[row], lists[row]);
        }
        progress.report(0.5 * (1 - (double) free().length / served.length), 2 * choices.size());
      }
      return choices;
    }

    /** The next who are free, in a packing of which a tenth at the most is not. */
    private int[] next() {
      int[] free = free();
      if (free.length < 0.9 * (columns.size() - place)) {
        columns = search.pack(free);
        place = 0;
      }
      int[] batch = Arrays.copyOf(free, Math.min(CandidateSearch.batch(), free.length));
      while (batch.length > 0 && columns.number(place) != batch[0]) {
        place++;
      }
      return batch;
    }

    private int[] free() {
      return IntStream.range(0, served.length).filter(number -> !served[number]).toArray();
    }

    /** Only those later in the order. */
    private boolean isOffered(int row, int column) {
      return column > row && !served[column] && search.mayMeet(row, column);
    }

    private void serve(int number, TopList list) {
      if (served[number]) {
        return;
      }
      served[number] = true;
      chooser
          .choose(number, list, served, capacity -> again(number, capacity), served.length)
          .ifPresent(
              choice -> {
                served[choice.partner()] = true;
                choices.add(choice);
              });
    }

    private TopList again(int number, int capacity) {
      int[] row = {number};
      return search.best(row, columns, place, capacity, threshold, this::isOffered)[0];
    }
  }
}

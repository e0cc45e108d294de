package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Serves seekers by priority, longest wait first: each takes, of those who are still free, the
 * partner with the highest score, if it reaches the threshold; of equal scores, the lower id.
 * Exact: every score that may decide is computed. It is enough to look at those later in the order,
 * because whoever was served before and is still free found nobody above the threshold, this seeker
 * included.
 */
public final class PriorityGreedy implements PairingStrategy {

  /** Seekers whose scores are computed together. */
  private static final int BATCH = 64;

  @Override
  public String algorithm() {
    return "priority-greedy/1";
  }

  @Override
  public Pairing pair(PairingInput input, Progress progress) {
    var usability = Usability.of(input);
    var contenders = new Contenders(usability.usable(), input.vectors());
    var scores = new Scores(contenders, input.settings().waitBoostWeight());
    var chooser = new PartnerChooser(contenders, scores, input.settings().threshold());
    var choices = choices(contenders.size(), scores, chooser, progress);
    return new Explanation(input, contenders, scores, progress)
        .explain(choices, usability.unusable());
  }

  private static List<Choice> choices(
      int size, Scores scores, PartnerChooser chooser, Progress progress) {
    var choices = new ArrayList<Choice>();
    var served = new boolean[size];
    int[] free = IntStream.range(0, size).toArray();
    while (free.length > 1) {
      int[] batch = Arrays.copyOf(free, Math.min(BATCH, free.length));
      var similarities = scores.similarities(batch, free);
      for (int row = 0; row < batch.length; row++) {
        if (!served[batch[row]]) {
          served[batch[row]] = true;
          chooser.choose(free, row, similarities[row], served).ifPresent(choices::add);
        }
      }
      free = Arrays.stream(free).filter(number -> !served[number]).toArray();
      progress.report(shareDone(size, free.length), 2 * choices.size());
    }
    return choices;
  }

  /** Pairing is the first half of the work, explaining who is left the other. */
  private static double shareDone(int size, int free) {
    return 0.5 * (1 - (double) free / size);
  }
}

package mosaicmatch.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import mosaicmatch.pairing.search.Contenders;

/**
 * Makes the pairs whose scores add up to the most. At first each seeker's best allowed partners
 * alone are considered. In pools of up to {@value BlossomRounds#PRICED} seekers all other pairs are
 * then priced by the solution: those that could raise the total join the others, and all is solved
 * again, until there are none or {@value BlossomRounds#ROUNDS} rounds are over; where there are
 * none the plan is the best of all plans. Whoever is left and could still be paired is, best pairs
 * first.
 *
 * <p>Only the total counts: a pair that scores zero or less is never made, whatever the threshold,
 * and seekers stay alone where their partners are worth more to others. Pairs rank by score, of
 * equal scores by ids.
 *
 * <p>The library that matches can't be interrupted: what progress throws ends the pairing at once,
 * while the computation goes on in a thread of its own until it is done.
 */
public final class MaximumWeight implements PairingStrategy {

  /** Partners considered for each seeker at first. */
  private static final int PARTNERS = 16;

  /** Candidates kept for each who is left: few can still be paired. */
  private static final int CANDIDATES_OF_THE_LEFT = 16;

  @Override
  public String algorithm() {
    return "maximum-weight/1";
  }

  @Override
  public List<Choice> choose(PairingProblem problem, Progress progress) {
    var parts = new ProgressInParts(progress);
    var partners = bestPartners(problem, parts.part(0.3));
    int[] mates = new BlossomRounds(problem, parts.part(0.6)).mates(graph(partners));
    pairTheLeft(problem, mates, parts.part(0.1));
    return choices(problem, partners, mates);
  }

  private static Partner[][] bestPartners(PairingProblem problem, Progress progress) {
    return new TopPartners(
            problem.contenders(),
            problem.scores(),
            problem.source(),
            problem.limits()::limit,
            problem.limits().lowestFrom(0),
            PARTNERS)
        .find(progress);
  }

  private static PairGraph graph(Partner[][] partners) {
    var graph = new PairGraph(partners.length);
    for (int number = 0; number < partners.length; number++) {
      for (var partner : partners[number]) {
        if (partner.score() > 0) {
          graph.add(number, partner.number(), partner.score());
        }
      }
    }
    return graph;
  }

  private static void pairTheLeft(PairingProblem problem, int[] mates, Progress progress) {
    var taken = new boolean[mates.length];
    for (int number = 0; number < mates.length; number++) {
      taken[number] = mates[number] != number;
    }
    new BestFirst(problem, taken, Math.nextUp(0.0), CANDIDATES_OF_THE_LEFT, progress)
        .choices()
        .forEach(
            choice -> {
              mates[choice.chooser()] = choice.partner();
              mates[choice.partner()] = choice.chooser();
            });
  }

  private static List<Choice> choices(PairingProblem problem, Partner[][] partners, int[] mates) {
    var choices = new ArrayList<Choice>();
    for (int number = 0; number < mates.length; number++) {
      if (number < mates[number]) {
        int mate = mates[number];
        double similarity = problem.scores().similarity(number, mate);
        choices.add(
            new Choice(
                number,
                mate,
                similarity,
                problem.scores().score(number, mate, similarity),
                bestOther(partners[number], mate)));
      }
    }
    choices.sort(byScore(problem.contenders()));
    return choices;
  }

  /** All pairs are made at once: the one served first could have had anybody. */
  private static OptionalDouble bestOther(Partner[] partners, int mate) {
    return Arrays.stream(partners)
        .filter(partner -> partner.number() != mate)
        .mapToDouble(Partner::score)
        .findFirst();
  }

  private static Comparator<Choice> byScore(Contenders contenders) {
    return Comparator.comparing(choice -> Prospect.of(choice, contenders, 0));
  }
}

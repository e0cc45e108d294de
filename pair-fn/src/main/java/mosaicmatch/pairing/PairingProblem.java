package mosaicmatch.pairing;

import mosaicmatch.pairing.search.CandidateSource;
import mosaicmatch.pairing.search.CandidateSources;
import mosaicmatch.pairing.search.Contenders;
import mosaicmatch.pairing.search.Scores;

/**
 * What a strategy decides on: seekers who can be compared, and whom they would do for.
 *
 * @param contenders the usable seekers of a pool
 * @param scores their scores
 * @param limits what a pair's score must reach
 * @param source who proposes partners
 */
public record PairingProblem(
    Contenders contenders, Scores scores, Limits limits, CandidateSource source) {

  static PairingProblem of(PairingInput input, Usability usability, CandidateSources sources) {
    var contenders = new Contenders(usability.usable(), input.vectors());
    var scores = new Scores(contenders, input.settings().waitBoostWeight());
    return new PairingProblem(
        contenders,
        scores,
        new Limits(contenders, input.settings()),
        sources.open(contenders, scores));
  }

  /** Chooses partners whose scores reach the limits, with the runner-up of each. */
  PartnerChooser chooser() {
    return new PartnerChooser(this, limits::limit, Decision::second);
  }

  /** Finds the best partner of all, whatever the limits. */
  PartnerChooser bestOfAll() {
    return new PartnerChooser(this, (one, other) -> Double.NEGATIVE_INFINITY, Decision::first);
  }
}

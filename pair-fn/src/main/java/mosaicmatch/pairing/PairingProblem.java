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

  /** Chooses partners whose scores reach the limits. */
  PartnerChooser chooser() {
    return chooser(limits::limit);
  }

  /** Chooses partners whose scores reach other limits. */
  PartnerChooser chooser(PartnerChooser.Limit limit) {
    return new PartnerChooser(contenders, scores, source, limit);
  }
}

package mosaicmatch.local.operate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.local.operate.SeekerExplanation.PairFacts;
import mosaicmatch.plan.PlanDocument;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.SeekerId;

/** Why a pair was made, and what became of it. */
final class PairSentences {

  private PairSentences() {}

  static PairFacts facts(
      PlanDocument plan, PlannedPair pair, SeekerId person, Optional<AuditEntry> entry) {
    boolean isFirst = pair.user1().userId().equals(person);
    var own = isFirst ? pair.user1() : pair.user2();
    var partner = pair.partnerOf(person);
    return new PairFacts(
        partner.userId(),
        pair.score(),
        pair.similarity(),
        isFirst ? pair.boost1() : pair.boost2(),
        isFirst ? pair.boost2() : pair.boost1(),
        Words.setting(plan, "wait_boost_weight"),
        needed(plan, pair.score()),
        pair.rank(),
        pair.runnerUpScore(),
        Duration.between(own.optedInAt(), plan.clock()),
        Duration.between(partner.optedInAt(), plan.clock()),
        entry.map(found -> found.status().wireName()));
  }

  /** A pair below the threshold was made by the lower one, of those who were missed for long. */
  private static double needed(PlanDocument plan, double score) {
    double threshold = Words.setting(plan, "threshold");
    return score < threshold ? Words.setting(plan, "patient_threshold") : threshold;
  }

  static List<String> of(PairFacts pair, Optional<AuditEntry> entry, boolean isDryRun) {
    var sentences = new ArrayList<String>();
    sentences.add(
        "Paired with " + pair.partner() + ", the cycle's pair number " + pair.rank() + ".");
    sentences.add(
        "The score %s is the similarity %s plus %s times the mean of both wait boosts, %s and %s; a pair needs %s."
            .formatted(
                Words.score(pair.score()),
                Words.score(pair.similarity()),
                pair.boostWeight(),
                Words.score(pair.boost()),
                Words.score(pair.partnerBoost()),
                pair.threshold()));
    sentences.add(
        "They had waited for %s, the other one for %s."
            .formatted(Words.span(pair.waited()), Words.span(pair.partnerWaited())));
    sentences.add(
        pair.runnerUpScore()
            .map(score -> "The next best partner would have scored " + Words.score(score) + ".")
            .orElse("Nobody else was left to choose from."));
    sentences.add(
        entry
            .map(PairSentences::outcome)
            .orElse(
                isDryRun ? "It was a dry run: nothing was done." : "The pair was never begun."));
    return List.copyOf(sentences);
  }

  private static String outcome(AuditEntry entry) {
    var reason = entry.lastError().map(error -> ": " + error).orElse("");
    return switch (entry.status()) {
      case COMPLETED -> "The pair was completed: one room, both notified.";
      case PENDING -> "The pair is unfinished" + reason + ".";
      case ABANDONING -> "The pair is being given up" + reason + ".";
      case FAILING -> "The pair can never succeed and is being closed" + reason + ".";
      case ABANDONED -> "The pair was given up, both opt-ins back in the pool" + reason + ".";
      case SUPERSEDED -> "The pair came to nothing: one of the two was already in another pair.";
      case FAILED -> "The pair could never succeed" + reason + ".";
      case UNDONE ->
          entry.attempt() == 0
              ? "The pair was never begun, and the cycle was undone."
              : "The pair was completed and then undone: room closed, opt-ins back.";
    };
  }
}

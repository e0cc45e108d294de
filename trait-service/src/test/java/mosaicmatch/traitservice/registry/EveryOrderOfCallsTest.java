package mosaicmatch.traitservice.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.SeekerId;
import org.junit.jupiter.api.Test;

/**
 * All orders of six calls out of eleven about one person: late, repeated and reordered ones are
 * among them. The rules keep their promises in each; rules with one protection taken out break one
 * within five calls.
 */
class EveryOrderOfCallsTest {

  private static final SeekerId ANA = new SeekerId("ana");
  private static final SeekerId BO = new SeekerId("bo");
  private static final SeekerId CY = new SeekerId("cy");
  private static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");

  /** The clock stands still, so that each opt-in must be told from the last by the rule alone. */
  private static final long FIRST = 1_000;

  private static final long SECOND = 1_001;

  private enum Call {
    OPT_IN,
    OPT_OUT,
    ERASE,
    BLOCK_BO,
    MATCH_BO_FIRST,
    MATCH_CY_FIRST,
    MATCH_BO_SECOND,
    VOID_BO_FIRST,
    VOID_CY_FIRST,
    VOID_BO_SECOND,
    UNDO_BO_FIRST;

    Proposal proposal() {
      return new Proposal(
          ANA, name().endsWith("FIRST") ? FIRST : SECOND, CYCLE, name().contains("CY") ? CY : BO);
    }
  }

  /** The rules as functions, so that one of them can be taken out. */
  private record Rules(
      UnaryOperator<Seeker> optIn,
      UnaryOperator<Seeker> optOut,
      BiFunction<Seeker, Proposal, Optional<MatchRefusal>> refusal,
      BiFunction<Seeker, Proposal, Seeker> voided,
      BiFunction<Seeker, Proposal, Seeker> undone) {

    static Rules ours() {
      return new Rules(
          row -> SeekerRules.optedIn(row, FIRST, 0),
          SeekerRules::optedOut,
          (row, proposal) -> SeekerRules.refusal(row, proposal, 0),
          SeekerRules::voided,
          SeekerRules::undone);
    }
  }

  /** What has been promised so far, kept apart from the row. */
  private static final class History {
    private final Rules rules;
    private Seeker row = Seeker.unknown(ANA);
    private boolean wantsIn;
    private boolean blocked;
    private final Set<Proposal> standing = new HashSet<>();
    private final Set<Proposal> givenUp = new HashSet<>();
    private Optional<String> broken = Optional.empty();

    History(Rules rules) {
      this.rules = rules;
    }

    void play(Call call) {
      switch (call) {
        case OPT_IN -> optIn();
        case OPT_OUT -> optOut();
        case ERASE -> {
          row = SeekerRules.erased(row);
          wantsIn = false;
          blocked = false;
        }
        case BLOCK_BO -> {
          row = SeekerRules.blocking(row, BO);
          blocked = true;
        }
        case MATCH_BO_FIRST, MATCH_CY_FIRST, MATCH_BO_SECOND -> match(call.proposal());
        case VOID_BO_FIRST, VOID_CY_FIRST, VOID_BO_SECOND -> voidMatch(call.proposal());
        case UNDO_BO_FIRST -> undo(call.proposal());
      }
    }

    private void optIn() {
      boolean waits = row.status() == SeekerStatus.WAITING;
      long before = row.optedInAt();
      row = rules.optIn.apply(row);
      wantsIn = true;
      expect(waits ? row.optedInAt() == before : row.optedInAt() > before, "opt-ins grow");
    }

    private void optOut() {
      row = rules.optOut.apply(row);
      wantsIn = false;
      boolean matched = standing.stream().anyMatch(p -> p.optedInAt() == row.optedInAt());
      expect(!matched || row.status() != SeekerStatus.OPTED_OUT, "an opt-out undoes no match");
    }

    private void match(Proposal proposal) {
      if (rules.refusal.apply(row, proposal).isPresent()) {
        return;
      }
      boolean repeated = standing.contains(proposal);
      row = SeekerRules.matched(row, proposal, FIRST);
      expect(row.optedInAt() == proposal.optedInAt(), "a match is for its own opt-in");
      expect(!givenUp.contains(proposal), "a pair that was given up stays so");
      expect(repeated || wantsIn, "nobody who left is matched");
      expect(repeated || !blocked || !proposal.partner().equals(BO), "a block holds");
      standing.add(proposal);
      long pairs = standing.stream().filter(p -> p.optedInAt() == proposal.optedInAt()).count();
      expect(pairs == 1, "an opt-in has one match");
    }

    private void voidMatch(Proposal proposal) {
      long before = row.optedInAt();
      row = rules.voided.apply(row, proposal);
      expect(row.optedInAt() == before, "a void keeps the opt-in's time");
      boolean others =
          standing.stream().anyMatch(p -> p.optedInAt() == before && !p.equals(proposal));
      expect(
          !others || row.status() != SeekerStatus.WAITING, "a void undoes no other pair's match");
      expect(wantsIn || row.status() != SeekerStatus.WAITING, "nobody who left waits again");
      if (before >= proposal.optedInAt()) {
        givenUp.add(proposal);
      }
      standing.remove(proposal);
    }

    private void undo(Proposal proposal) {
      Seeker before = row;
      row = rules.undone.apply(row, proposal);
      boolean touched = !row.equals(before);
      expect(!touched || row.optedInAt() > proposal.optedInAt(), "an undone match stays consumed");
      expect(
          !touched || standing.contains(proposal) || givenUp.contains(proposal),
          "an undoing touches its own match only");
      expect(wantsIn || row.status() != SeekerStatus.WAITING, "nobody who left waits again");
      boolean othersMatch = before.status() == SeekerStatus.MATCHED && !standing.contains(proposal);
      expect(!othersMatch || !touched, "an undoing undoes no other pair's match");
      if (touched) {
        givenUp.add(proposal);
        standing.remove(proposal);
      }
    }

    private void expect(boolean kept, String promise) {
      if (!kept && broken.isEmpty()) {
        broken = Optional.of(promise);
      }
    }
  }

  private static Set<String> brokenPromises(Rules rules, int length) {
    Set<String> broken = new HashSet<>();
    Call[] calls = Call.values();
    int orders = (int) Math.pow(calls.length, length);
    for (int order = 0; order < orders; order++) {
      History history = new History(rules);
      for (int step = 0, rest = order; step < length; step++, rest /= calls.length) {
        history.play(calls[rest % calls.length]);
      }
      history.broken.ifPresent(broken::add);
    }
    return broken;
  }

  @Test
  void theRulesKeepEveryPromise() {
    assertThat(brokenPromises(Rules.ours(), 6)).isEmpty();
  }

  @Test
  void withoutTheOptInsTimeALateMatchWouldTakeANewerOptIn() {
    Rules ours = Rules.ours();
    Rules blind =
        new Rules(
            ours.optIn,
            ours.optOut,
            (row, p) ->
                ours.refusal.apply(
                    row, new Proposal(ANA, Math.max(1, row.optedInAt()), CYCLE, p.partner())),
            ours.voided,
            ours.undone);
    assertThat(brokenPromises(blind, 5)).contains("a match is for its own opt-in");
  }

  @Test
  void withoutTheMemoryOfVoidsALateMatchWouldBringAPairBack() {
    Rules ours = Rules.ours();
    Rules forgetful =
        new Rules(
            ours.optIn,
            ours.optOut,
            ours.refusal,
            (row, p) -> ours.voided.apply(row, p).withVoided(Set.of()),
            ours.undone);
    assertThat(brokenPromises(forgetful, 5)).containsExactly("a pair that was given up stays so");
  }

  @Test
  void aVoidThatLooksOnlyAtTheStatusWouldUndoAnotherPairsMatch() {
    Rules ours = Rules.ours();
    Rules crude =
        new Rules(
            ours.optIn,
            ours.optOut,
            ours.refusal,
            (row, p) ->
                row.status() == SeekerStatus.MATCHED
                    ? row.withStanding(SeekerStatus.WAITING, Optional.empty(), false)
                    : ours.voided.apply(row, p),
            ours.undone);
    assertThat(brokenPromises(crude, 5)).contains("a void undoes no other pair's match");
  }

  @Test
  void anOptOutThatForgetsItselfWouldLetAVoidPutThePersonBack() {
    Rules ours = Rules.ours();
    Rules forgetful =
        new Rules(
            ours.optIn,
            row ->
                ours.optOut
                    .apply(row)
                    .withStanding(ours.optOut.apply(row).status(), row.match(), false),
            ours.refusal,
            ours.voided,
            ours.undone);
    assertThat(brokenPromises(forgetful, 5)).contains("nobody who left waits again");
  }

  @Test
  void anOptOutThatLooksAtNothingWouldUndoAMatch() {
    Rules ours = Rules.ours();
    Rules crude =
        new Rules(
            ours.optIn,
            row -> row.withStanding(SeekerStatus.OPTED_OUT, Optional.empty(), false),
            ours.refusal,
            ours.voided,
            ours.undone);
    assertThat(brokenPromises(crude, 5)).contains("an opt-out undoes no match");
  }

  @Test
  void anOptInThatTrustsTheClockWouldNotBeNewer() {
    Rules ours = Rules.ours();
    Rules trusting =
        new Rules(
            row ->
                row.status() == SeekerStatus.WAITING
                    ? row
                    : Seeker.fresh(row, SeekerStatus.WAITING, FIRST),
            ours.optOut,
            ours.refusal,
            ours.voided,
            ours.undone);
    assertThat(brokenPromises(trusting, 5)).contains("opt-ins grow");
  }

  @Test
  void anUndoingThatKeepsTheOptInsTimeWouldBringAConsumedOneBack() {
    Rules ours = Rules.ours();
    Rules keeping =
        new Rules(ours.optIn, ours.optOut, ours.refusal, ours.voided, SeekerRules::voided);
    assertThat(brokenPromises(keeping, 5)).contains("an undone match stays consumed");
  }

  @Test
  void anUndoingThatAsksNothingWouldUndoAnotherPairsMatch() {
    Rules ours = Rules.ours();
    Rules crude =
        new Rules(
            ours.optIn,
            ours.optOut,
            ours.refusal,
            ours.voided,
            (row, p) ->
                row.withStanding(SeekerStatus.WAITING, Optional.empty(), false)
                    .withOptedInAt(row.optedInAt() + 1));
    assertThat(brokenPromises(crude, 4))
        .contains("an undoing undoes no other pair's match", "nobody who left waits again");
  }
}

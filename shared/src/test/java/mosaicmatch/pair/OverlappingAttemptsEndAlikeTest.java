package mosaicmatch.pair;

import static mosaicmatch.pair.PairWorld.CYCLE;
import static mosaicmatch.pair.PairWorld.NEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.proof.Breaking;
import mosaicmatch.proof.Choices;
import mosaicmatch.proof.EverySequence;
import mosaicmatch.proof.Interleaving;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.traits.MatchAnswer;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving of two attempts and of what people do meanwhile, at the granularity of calls
 * at the ports, with up to three preemptions; and with up to one preemption and one fault: a crash
 * or a lost answer, before or after the call.
 */
class OverlappingAttemptsEndAlikeTest {

  /** No lease keeps the attempts apart: what holds must hold without it. */
  private static final Duration NO_LEASE = Duration.ZERO;

  /** What happens at some moment beside the attempts. */
  private interface Meanwhile {
    void happens(PairWorld world, PairProtocol protocol, PlannedPair pair);
  }

  private final Set<PairStatus> ends =
      Collections.synchronizedSet(EnumSet.noneOf(PairStatus.class));
  private Wrapping wrapping = Wrapping.NONE;

  @Test
  void twoAttemptsAtOnePairCompleteItOnce() {
    explore((world, protocol, pair) -> {}, this::assertPairIsWhole);
    assertThat(ends).containsExactly(PairStatus.COMPLETED);
  }

  @Test
  void optingOutEitherComesFirstOrTooLate() {
    explore(
        (world, protocol, pair) -> world.seekers.optOut(pair.user2().userId()),
        (world, pair) -> {
          assertPairIsWhole(world, pair);
          if (world.entry(pair).status() == PairStatus.ABANDONED) {
            assertThat(world.seekers.status(pair.user2().userId())).isEqualTo("opted_out");
            world.assertCanBeMatchedAgain(pair.user1());
          }
        });
    assertThat(ends).containsExactlyInAnyOrder(PairStatus.COMPLETED, PairStatus.ABANDONED);
  }

  @Test
  void blockEitherComesFirstOrTooLate() {
    explore(
        (world, protocol, pair) ->
            world.seekers.exclude(pair.user1().userId(), pair.user2().userId()),
        (world, pair) -> {
          assertPairIsWhole(world, pair);
          if (world.entry(pair).status() == PairStatus.ABANDONED) {
            world.assertCanBeMatchedAgain(pair.user1());
            world.assertCanBeMatchedAgain(pair.user2());
          }
        });
    assertThat(ends).containsExactlyInAnyOrder(PairStatus.COMPLETED, PairStatus.ABANDONED);
  }

  @Test
  void accountDeletedBeforeTheRoomFailsThePairAndFreesThePartner() {
    explore(
        (world, protocol, pair) -> world.rooms.delete(pair.user1().userId()),
        (world, pair) -> {
          assertPairIsWhole(world, pair);
          if (world.entry(pair).status() == PairStatus.FAILED) {
            assertThat(world.rooms.isClosed(CYCLE, pair.pairKey())).isTrue();
            assertThat(world.consumed(world.entry(pair))).containsExactly(pair.user1().userId());
            world.assertCanBeMatchedAgain(pair.user2());
          }
        });
    assertThat(ends).containsExactlyInAnyOrder(PairStatus.COMPLETED, PairStatus.FAILED);
  }

  @Test
  void reconcilingBesideAnAttemptEndsThePairOneWay() {
    explore(
        (world, protocol, pair) ->
            world.trail.find(CYCLE, pair.pairKey()).ifPresent(protocol::finishOrAbandon),
        this::assertPairIsWhole);
    assertThat(ends).containsExactlyInAnyOrder(PairStatus.COMPLETED, PairStatus.ABANDONED);
  }

  @Test
  void twoCyclesThatShareASeekerMatchThemOnce() {
    long runs = EverySequence.of(this::twoCycles);
    System.out.println("two cycles, one seeker: " + runs + " interleavings");
  }

  private void twoCycles(Choices choices) {
    var world = new PairWorld();
    var first = PairWorld.pair(CYCLE, world.ann, world.ben);
    var second = PairWorld.pair(NEXT, world.ben, world.cam);
    var interleaving = new Interleaving(choices, 3, 0);
    var protocol = world.protocol(interleaving, wrapping);
    interleaving.add(() -> protocol.process(first, NO_LEASE));
    interleaving.add(() -> protocol.process(second, NO_LEASE));
    interleaving.run();
    for (var pair : List.of(first, second)) {
      world.protocol().process(pair, NO_LEASE);
      world.assertWhole(pair);
    }
    assertThat(List.of(world.entry(first).status(), world.entry(second).status()))
        .as("%s%n%s", choices, interleaving.trace())
        .containsExactlyInAnyOrder(PairStatus.COMPLETED, PairStatus.SUPERSEDED);
  }

  @Test
  void searchFindsWhatBreaksWhenNothingIsVoided() {
    wrapping = Breaking.the("voidMatch", (real, arguments) -> null);
    assertThatThrownBy(this::blockEitherComesFirstOrTooLate).isInstanceOf(AssertionError.class);
  }

  @Test
  void searchFindsWhatBreaksWhenOnlyOneMemberIsMatched() {
    wrapping =
        Breaking.the(
            "matched",
            (real, arguments) ->
                arguments[0].toString().contains("ben")
                    ? new MatchAnswer.Matched()
                    : Breaking.GO_ON);
    assertThatThrownBy(this::twoAttemptsAtOnePairCompleteItOnce).isInstanceOf(AssertionError.class);
  }

  private void assertPairIsWhole(PairWorld world, PlannedPair pair) {
    world.assertWhole(pair);
  }

  private void explore(Meanwhile meanwhile, BiConsumer<PairWorld, PlannedPair> check) {
    long runs = explore(meanwhile, check, 3, 0) + explore(meanwhile, check, 1, 1);
    System.out.println("two attempts at one pair: " + runs + " interleavings, ends " + ends);
  }

  private long explore(
      Meanwhile meanwhile, BiConsumer<PairWorld, PlannedPair> check, int preemptions, int faults) {
    return EverySequence.of(
        choices ->
            explore(choices, new Interleaving(choices, preemptions, faults), meanwhile, check));
  }

  private void explore(
      Choices choices,
      Interleaving interleaving,
      Meanwhile meanwhile,
      BiConsumer<PairWorld, PlannedPair> check) {
    var world = new PairWorld();
    var pair = PairWorld.pair(CYCLE, world.ann, world.ben);
    var protocol = world.protocol(interleaving, wrapping);
    interleaving.add(() -> protocol.process(pair, NO_LEASE));
    interleaving.add(() -> protocol.process(pair, NO_LEASE));
    interleaving.add(() -> meanwhile.happens(world, protocol, pair));
    interleaving.run();
    try {
      ends.add(world.protocol(wrapping).process(pair, NO_LEASE).status());
      check.accept(world, pair);
    } catch (AssertionError e) {
      throw new AssertionError(
          choices
              + System.lineSeparator()
              + String.join(System.lineSeparator(), interleaving.trace()),
          e);
    }
  }
}

package mosaicmatch.pair;

import static mosaicmatch.pair.PairWorld.CYCLE;
import static mosaicmatch.pair.PairWorld.NEXT;
import static mosaicmatch.pair.PairWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.Breaking;
import mosaicmatch.proof.Choices;
import mosaicmatch.proof.EverySequence;
import mosaicmatch.proof.Interleaving;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.traits.SeekerCorrections;
import mosaicmatch.traits.UndoAnswer;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving, at the granularity of calls at the ports, of an undoing that may crash
 * anywhere and is then run again, with a second undoing, a late attempt at the pair, the next cycle
 * matching a member between the steps, and what people do. Variants with one protection taken out
 * fail the same search.
 */
class UndonePairStaysUndoneTest {

  private static final Duration NO_LEASE = Duration.ZERO;
  private static final SeekerId ANN = new SeekerId("ann");

  /** Takes a pair back by these ports. */
  private interface Undoing {
    void undo(AuditEntry entry, PairWorld world, Wrapping ports);
  }

  /** What happens at some moment beside the undoing. */
  private interface Meanwhile {
    void happens(PairWorld world, PairProtocol protocol, PlannedPair pair);
  }

  private Undoing undoing = (entry, world, ports) -> world.undo(ports).undo(entry);
  private boolean oneRoomEach = true;
  private long runs;

  @Test
  void twoUndoingsAtOnceEndAsOne() {
    explore((world, protocol, pair) -> {}, true);
  }

  @Test
  void lateAttemptNeitherReopensTheRoomNorMatchesAnybody() {
    explore((world, protocol, pair) -> protocol.process(pair, NO_LEASE), false);
  }

  @Test
  void attemptThatWasUnderWayWhenThePairWasCompletedChangesNothing() {
    exploreLateAttempt();
  }

  @Test
  void nextCycleMayMatchAMemberBetweenTheSteps() {
    explore(UndonePairStaysUndoneTest::nextCycle, true);
  }

  @Test
  void whoeverOptsInAnewMeanwhileKeepsThatOptIn() {
    oneRoomEach = false;
    explore((world, protocol, pair) -> world.seekers.optIn(ANN, NOW.plusSeconds(60)), true);
  }

  @Test
  void pairsThatDidNotCompleteAreLeftAsTheyAre() {
    var world = new PairWorld();
    world.seekers.optOut(world.ben.userId());
    var pair = PairWorld.pair(CYCLE, world.ann, world.ben);
    var entry = world.protocol().process(pair, NO_LEASE);
    assertThat(world.undo(Wrapping.NONE).undo(entry)).isEmpty();
    assertThat(world.entry(pair)).isEqualTo(entry);
  }

  @Test
  void pairThatWasNeverBegunAndIsForestalledIsNeverBegun() {
    var world = new PairWorld();
    var pair = PairWorld.pair(CYCLE, world.ann, world.ben);
    world.trail.forestall(pair);
    assertThat(world.protocol().process(pair, NO_LEASE).status()).isEqualTo(PairStatus.UNDONE);
    assertThat(world.rooms.rooms()).isEmpty();
    world.assertCanBeMatchedAgain(world.ann);
  }

  @Test
  void searchFindsWhatBreaksWhenConsumedIsLoweredInstead() {
    undoing =
        (entry, world, ports) -> {
          ports.wrap(MatchRooms.class, world.rooms).close(CYCLE, entry.pairKey(), "undo");
          for (var member : entry.members()) {
            world.claims.lowerConsumed(member.userId());
            world.seekers.voidMatch(member, CYCLE, entry.pairKey());
          }
          ports.wrap(AuditTrail.class, world.trail).recordUndone(entry);
        };
    assertSearchFinds(UndonePairStaysUndoneTest::nextCycle, "one opt-in, one match");
  }

  @Test
  void searchFindsWhatBreaksWhenUndoneIsMarkedFirst() {
    undoing =
        (entry, world, ports) -> {
          if (entry.status() == PairStatus.COMPLETED) {
            ports.wrap(AuditTrail.class, world.trail).recordUndone(entry);
            ports.wrap(MatchRooms.class, world.rooms).close(CYCLE, entry.pairKey(), "undo");
            putBack(entry, world, ports);
          }
        };
    assertSearchFinds((world, protocol, pair) -> {}, "room of an undone pair");
  }

  @Test
  void searchFindsWhatBreaksWhenPeopleAreBackBeforeTheRoomIsClosed() {
    undoing =
        (entry, world, ports) -> {
          putBack(entry, world, ports);
          ports.wrap(MatchRooms.class, world.rooms).close(CYCLE, entry.pairKey(), "undo");
          ports.wrap(AuditTrail.class, world.trail).recordUndone(entry);
        };
    assertSearchFinds(UndonePairStaysUndoneTest::nextCycle, "rooms of one person");
  }

  @Test
  void searchFindsWhatBreaksWhenTheRegisterIsNotAsked() {
    undoing =
        withRegister(
            (world, member) -> {
              world.seekers.forceBack(member.userId(), member.optedInAt().plusMillis(1));
              return UndoAnswer.PUT_BACK;
            });
    assertSearchFinds(UndonePairStaysUndoneTest::nextCycle, "matched by the next cycle");
  }

  @Test
  void searchFindsWhatBreaksWhenTheOptInKeepsItsTime() {
    undoing =
        withRegister(
            (world, member) -> {
              world.seekers.voidMatch(
                  member, CYCLE, PairWorld.pair(CYCLE, world.ann, world.ben).pairKey());
              return UndoAnswer.PUT_BACK;
            });
    assertSearchFinds((world, protocol, pair) -> {}, "claimable again");
  }

  /** So it is enough to put back who is matched: nobody is found whom a late attempt has voided. */
  @Test
  void attemptThatComesLateVoidsNobody() {
    undoing =
        (entry, world, ports) ->
            world
                .undo(
                    Breaking.the(
                            "undoMatch",
                            (real, arguments) ->
                                world
                                        .seekers
                                        .status(((OptIn) arguments[0]).userId())
                                        .equals("matched")
                                    ? Breaking.GO_ON
                                    : UndoAnswer.MOVED_ON)
                        .inside(ports))
                .undo(entry);
    exploreLateAttempt();
  }

  private interface Register {
    UndoAnswer undoMatch(PairWorld world, OptIn member);
  }

  private static Undoing withRegister(Register register) {
    return (entry, world, ports) ->
        world
            .undo(
                Breaking.the(
                        "undoMatch",
                        (real, arguments) -> register.undoMatch(world, (OptIn) arguments[0]))
                    .inside(ports))
            .undo(entry);
  }

  private static void putBack(AuditEntry entry, PairWorld world, Wrapping ports) {
    var register = ports.wrap(SeekerCorrections.class, world.seekers);
    entry.members().forEach(member -> register.undoMatch(member, CYCLE, entry.pairKey()));
  }

  /** Pairs ann with cam if it finds her waiting with an opt-in that is not consumed. */
  private static void nextCycle(PairWorld world, PairProtocol protocol, PlannedPair pair) {
    waitingAndFree(world, ANN)
        .ifPresent(ann -> protocol.process(PairWorld.pair(NEXT, ann, world.cam), NO_LEASE));
  }

  private static Optional<OptIn> waitingAndFree(PairWorld world, SeekerId id) {
    return world.seekers.waiting(10).stream()
        .map(waiting -> waiting.optIn())
        .filter(optIn -> optIn.userId().equals(id))
        .filter(optIn -> world.claims.find(List.of(id)).stream().allMatch(c -> c.leavesFree(optIn)))
        .findFirst();
  }

  private void assertSearchFinds(Meanwhile meanwhile, String what) {
    assertThatThrownBy(() -> explore(meanwhile, true))
        .isInstanceOf(AssertionError.class)
        .hasStackTraceContaining(what);
  }

  private void explore(Meanwhile meanwhile, boolean secondUndoing) {
    explore(meanwhile, secondUndoing, 3, 0);
    explore(meanwhile, secondUndoing, 2, 1);
    System.out.println("undoing beside others: " + runs + " interleavings");
  }

  private void explore(Meanwhile meanwhile, boolean second, int preemptions, int faults) {
    runs +=
        EverySequence.of(
            choices -> {
              var world = new PairWorld();
              var pair = PairWorld.pair(CYCLE, world.ann, world.ben);
              world.protocol().process(pair, NO_LEASE);
              var interleaving = new Interleaving(choices, preemptions, faults);
              var steps = interleaving.stepwise();
              interleaving.add(() -> undo(world, pair, steps));
              if (second) {
                interleaving.add(() -> undo(world, pair, steps));
              }
              interleaving.add(() -> meanwhile.happens(world, world.protocol(steps), pair));
              check(choices, interleaving, world, pair);
            });
  }

  /** Begins with an attempt that another one overtakes, so that it comes to its room late. */
  private void exploreLateAttempt() {
    runs +=
        EverySequence.of(
            choices -> {
              var world = new PairWorld();
              var pair = PairWorld.pair(CYCLE, world.ann, world.ben);
              var interleaving = new Interleaving(choices, 3, 0);
              var steps = interleaving.stepwise();
              interleaving.add(() -> world.protocol(steps).process(pair, NO_LEASE));
              interleaving.add(
                  () -> {
                    world.protocol().process(pair, NO_LEASE);
                    undo(world, pair, steps);
                  });
              check(choices, interleaving, world, pair);
            });
    System.out.println("undoing beside an older attempt: " + runs + " interleavings");
  }

  private void undo(PairWorld world, PlannedPair pair, Wrapping ports) {
    undoing.undo(world.entry(pair), world, ports);
  }

  private void check(
      Choices choices, Interleaving interleaving, PairWorld world, PlannedPair pair) {
    try {
      if (oneRoomEach) {
        interleaving.afterEachStep(() -> assertNobodyIsInTwoRooms(world));
      }
      interleaving.run();
      undo(world, pair, Wrapping.NONE);
      assertUndone(world, pair);
    } catch (AssertionError e) {
      throw new AssertionError(
          choices + System.lineSeparator() + String.join("\n", interleaving.trace()), e);
    }
  }

  private static void assertNobodyIsInTwoRooms(PairWorld world) {
    var seen = new HashSet<SeekerId>();
    world.rooms.rooms().stream()
        .flatMap(room -> room.members().stream())
        .forEach(member -> assertThat(seen.add(member)).as("rooms of one person").isTrue());
  }

  private static void assertUndone(PairWorld world, PlannedPair pair) {
    assertThat(world.entry(pair).status()).isEqualTo(PairStatus.UNDONE);
    assertThat(world.rooms.room(CYCLE, pair.pairKey())).as("room of an undone pair").isEmpty();
    assertThat(world.rooms.isClosed(CYCLE, pair.pairKey())).isTrue();
    assertNoOptInIsMatchedTwice(world);
    world.entry(pair).members().forEach(member -> assertBackOrMatchedAnew(world, member));
    assertThat(world.protocol().process(pair, NO_LEASE).status()).isEqualTo(PairStatus.UNDONE);
    assertThat(world.rooms.room(CYCLE, pair.pairKey())).isEmpty();
  }

  private static void assertNoOptInIsMatchedTwice(PairWorld world) {
    var matched = new HashSet<OptIn>();
    Stream.of(CYCLE, NEXT)
        .flatMap(cycle -> world.trail.entriesOf(cycle).stream())
        .filter(e -> e.status() == PairStatus.COMPLETED || e.status() == PairStatus.UNDONE)
        .flatMap(entry -> entry.members().stream())
        .forEach(optIn -> assertThat(matched.add(optIn)).as("one opt-in, one match").isTrue());
  }

  private static void assertBackOrMatchedAnew(PairWorld world, OptIn old) {
    var anew =
        world.trail.entriesOf(NEXT).stream()
            .filter(entry -> entry.members().stream().anyMatch(m -> isOf(m, old)))
            .filter(entry -> !entry.status().equals(PairStatus.ABANDONED))
            .findFirst();
    if (anew.isPresent()) {
      var next = PairWorld.pair(NEXT, anew.get().user1(), anew.get().user2());
      assertThat(world.protocol().process(next, NO_LEASE).status()).isEqualTo(PairStatus.COMPLETED);
      assertThat(world.seekers.status(old.userId()))
          .as("matched by the next cycle")
          .isEqualTo("matched");
      world.assertWhole(next);
    } else {
      assertThat(world.seekers.status(old.userId())).as("put back").isEqualTo("waiting");
      var free = waitingAndFree(world, old.userId());
      assertThat(free).as("claimable again").isPresent();
      assertThat(free.orElseThrow().optedInAt()).isAfter(old.optedInAt());
      world.assertCanBeMatchedAgain(free.orElseThrow());
    }
  }

  private static boolean isOf(OptIn optIn, OptIn other) {
    return optIn.userId().equals(other.userId());
  }
}

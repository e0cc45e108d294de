package mosaicmatch.pair;

import static mosaicmatch.pair.PairWorld.CYCLE;
import static mosaicmatch.pair.PairWorld.NEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.claim.Claims;
import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.claim.StillClaimedException;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.Breaking;
import mosaicmatch.proof.Choices;
import mosaicmatch.proof.EverySequence;
import mosaicmatch.proof.Interleaving;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.traits.InMemoryTraitService;
import mosaicmatch.traits.SeekerCorrections;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving of an erasure, which may crash anywhere and is then run again, with late
 * attempts at old pairs of the person and with a new opt-in by a clock that is late. Deleting the
 * claim is safe as long as the register keeps its tombstone; without either protection the same
 * search fails.
 */
class ErasedPersonIsNeverMatchedByAnOldOptInTest {

  private static final Duration NO_LEASE = Duration.ZERO;
  private static final CycleId LATER = new CycleId("2026-11-22T04:00:00Z");
  private static final SeekerId BEN = new SeekerId("ben");

  private Wrapping wrapping = Wrapping.NONE;
  private long runs;

  @Test
  void completedPairIsForgottenAndItsPartnerKeepsTheMatchConsumed() {
    explore(true);
    System.out.println("erasure after a match: " + runs + " interleavings");
  }

  @Test
  void whoeverWaitsIsErasedBesideAttemptsAtTwoPairs() {
    explore(false);
    System.out.println("erasure before a match: " + runs + " interleavings");
  }

  @Test
  void searchFindsWhatBreaksWhenTheRegisterForgetsTheTimeOfTheOptIn() {
    wrapping =
        Breaking.the(
            "erase",
            (real, arguments) -> {
              ((InMemoryTraitService) real).eraseWithoutATombstone(BEN);
              return null;
            });
    assertThatThrownBy(() -> explore(true)).hasStackTraceContaining("one opt-in, one match");
  }

  @Test
  void searchFindsWhatBreaksWhenALiveClaimIsDeleted() {
    wrapping =
        Breaking.the(
            "forget",
            (real, arguments) -> {
              if (real instanceof InMemoryClaims claims) {
                claims.drop(BEN);
                return true;
              }
              return Breaking.GO_ON;
            });
    assertThatThrownBy(() -> explore(false)).hasStackTraceContaining("live pairs of one person");
  }

  private void explore(boolean matchedBefore) {
    explore(matchedBefore, 2, 0);
    explore(matchedBefore, 1, 1);
  }

  private void explore(boolean matchedBefore, int preemptions, int faults) {
    runs +=
        EverySequence.of(
            choices -> run(choices, matchedBefore, new Interleaving(choices, preemptions, faults)));
  }

  private void run(Choices choices, boolean matchedBefore, Interleaving interleaving) {
    var world = new PairWorld();
    // What has ever been completed, kept apart from what is erased.
    var completed = new TreeMap<String, AuditEntry>();
    var first = PairWorld.pair(CYCLE, world.ann, world.ben);
    if (matchedBefore) {
      world.protocol().process(first, NO_LEASE);
    }
    var second = PairWorld.pair(NEXT, world.ben, world.cam);
    var steps = wrapping.inside(interleaving.stepwise());
    interleaving.add(() -> erase(world, steps));
    interleaving.add(() -> world.protocol(steps).process(first, NO_LEASE));
    interleaving.add(() -> world.protocol(steps).process(second, NO_LEASE));
    interleaving.add(() -> world.seekers.optIn(BEN, world.ben.optedInAt()));
    interleaving.afterEachStep(() -> watch(world, completed));
    try {
      watch(world, completed);
      interleaving.run();
      for (var pair : List.of(first, second)) {
        world.protocol().process(pair, NO_LEASE);
        watch(world, completed);
      }
      erase(world, Wrapping.NONE);
      assertNothingIsLeft(world);
      assertPartnerIsWhole(world, completed, world.ann);
      assertPartnerIsWhole(world, completed, world.cam);
    } catch (AssertionError e) {
      throw new AssertionError(choices + "\n" + String.join("\n", interleaving.trace()), e);
    }
  }

  private static void erase(PairWorld world, Wrapping ports) {
    var erasure =
        new SeekerErasure(
            ports.wrap(SeekerCorrections.class, world.seekers),
            ports.wrap(AuditTrail.class, world.trail),
            ports.wrap(Claims.class, world.claims));
    erasure.eraseFromRegister(BEN);
    entriesOf(world, BEN).forEach(entry -> erasure.forgetPair(entry, BEN));
    erasure.forgetClaim(BEN);
  }

  private static List<AuditEntry> entriesOf(PairWorld world, SeekerId person) {
    return Stream.of(CYCLE, NEXT, LATER)
        .flatMap(cycle -> world.trail.entriesOf(cycle).stream())
        .filter(e -> e.members().stream().anyMatch(m -> m.userId().equals(person)))
        .toList();
  }

  private static void watch(PairWorld world, Map<String, AuditEntry> completed) {
    var live = new HashSet<SeekerId>();
    for (var entry : world.trail.incompleteEntries(10)) {
      for (var member : entry.members()) {
        assertThat(live.add(member.userId())).as("live pairs of one person").isTrue();
      }
    }
    Stream.of(CYCLE, NEXT)
        .flatMap(cycle -> world.trail.entriesOf(cycle).stream())
        .filter(entry -> entry.status() == PairStatus.COMPLETED)
        .forEach(entry -> completed.put(entry.cycleId() + " " + entry.pairKey(), entry));
    var matched = new HashSet<OptIn>();
    completed.values().stream()
        .flatMap(entry -> entry.members().stream())
        .forEach(optIn -> assertThat(matched.add(optIn)).as("one opt-in, one match").isTrue());
  }

  private static void assertNothingIsLeft(PairWorld world) {
    assertThat(entriesOf(world, BEN)).isEmpty();
    assertThat(world.claims.find(List.of(BEN))).isEmpty();
    assertThat(world.seekers.status(BEN)).isEqualTo("erased");
    for (var partner : List.of(world.ann, world.cam)) {
      assertThat(world.seekers.partner(partner.userId())).isNotEqualTo(Optional.of(BEN));
    }
  }

  /** Whoever was matched with the person stays consumed; whoever was not can be matched. */
  private static void assertPartnerIsWhole(
      PairWorld world, Map<String, AuditEntry> completed, OptIn partner) {
    Set<OptIn> matched =
        completed.values().stream().flatMap(e -> e.members().stream()).collect(Collectors.toSet());
    var claims = world.claims.find(List.of(partner.userId()));
    assertThat(claims).as("held for ever").noneMatch(claim -> claim.live());
    if (matched.contains(partner)) {
      assertThat(claims).as("consumed").noneMatch(claim -> claim.leavesFree(partner));
      assertThat(world.seekers.status(partner.userId())).isEqualTo("matched");
    } else {
      world.assertCanBeMatchedAgain(partner);
    }
  }

  @Test
  void unfinishedPairStopsTheErasureUntilItHasEnded() {
    var world = new PairWorld();
    var pair = PairWorld.pair(CYCLE, world.ann, world.ben);
    world.rooms.down(true);
    assertThatThrownBy(() -> world.protocol().process(pair, NO_LEASE));
    assertThatThrownBy(() -> erase(world, Wrapping.NONE)).isInstanceOf(StillClaimedException.class);
    world.rooms.down(false);
    world.protocol().process(pair, NO_LEASE);
    erase(world, Wrapping.NONE);
    assertNothingIsLeft(world);
  }
}

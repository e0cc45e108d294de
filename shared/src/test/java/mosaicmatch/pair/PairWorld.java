package mosaicmatch.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.claim.Claims;
import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.InMemoryMatchRooms;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.Interleaving;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.traits.InMemoryTraitService;
import mosaicmatch.traits.SeekerCorrections;
import mosaicmatch.traits.SeekerRegistry;

/** Three seekers who wait, all that a pair changes, and what must hold at its end. */
final class PairWorld {

  static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  static final CycleId NEXT = new CycleId("2026-11-22T03:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-22T02:00:30Z");

  final InMemoryAuditTrail trail = new InMemoryAuditTrail(() -> NOW);
  final InMemoryClaims claims = new InMemoryClaims(trail, () -> NOW);
  final InMemoryTraitService seekers = new InMemoryTraitService();
  final InMemoryMatchRooms rooms = new InMemoryMatchRooms();
  final OptIn ann = seekers.optIn(new SeekerId("ann"), NOW.minusSeconds(900));
  final OptIn ben = seekers.optIn(new SeekerId("ben"), NOW.minusSeconds(600));
  final OptIn cam = seekers.optIn(new SeekerId("cam"), NOW.minusSeconds(300));

  PairProtocol protocol() {
    return protocol(Wrapping.NONE);
  }

  PairProtocol protocol(Wrapping wrapping) {
    return new PairProtocol(
        wrapping.wrap(AuditTrail.class, trail),
        wrapping.wrap(Claims.class, claims),
        wrapping.wrap(SeekerRegistry.class, seekers),
        wrapping.wrap(MatchRooms.class, rooms));
  }

  PairUndo undo(Wrapping wrapping) {
    return new PairUndo(
        wrapping.wrap(AuditTrail.class, trail),
        wrapping.wrap(MatchRooms.class, rooms),
        wrapping.wrap(SeekerCorrections.class, seekers));
  }

  /** A protocol whose every call at a port is a step of the interleaving. */
  PairProtocol protocol(Interleaving interleaving, Wrapping wrapping) {
    return protocol(wrapping.inside(interleaving.stepwise()));
  }

  static PlannedPair pair(CycleId cycle, OptIn user1, OptIn user2) {
    return new PlannedPair(
        cycle,
        PairKey.of(user1.userId(), user2.userId()),
        user1,
        user2,
        0.8,
        0.75,
        1,
        0.5,
        1,
        Optional.empty());
  }

  /** What the stored entry says of a pair. */
  AuditEntry entry(PlannedPair pair) {
    return trail.find(pair.cycleId(), pair.pairKey()).orElseThrow();
  }

  /** Checks that a pair which has ended left everything as its end demands. */
  void assertWhole(PlannedPair pair) {
    var entry = entry(pair);
    assertThat(entry.status().isTerminal()).as("terminal").isTrue();
    var room = rooms.room(pair.cycleId(), pair.pairKey());
    if (entry.status() == PairStatus.COMPLETED) {
      assertThat(room.orElseThrow().members())
          .containsExactly(pair.user1().userId(), pair.user2().userId());
      assertThat(entry.channelId()).contains("3." + room.get().groupId() + "..");
      entry.members().forEach(member -> assertThat(rooms.notifications(id(member))).isEqualTo(1));
      entry.members().forEach(member -> assertThat(isMatchedBy(member, entry)).isTrue());
      assertThat(consumed(entry)).containsExactlyInAnyOrder(id(pair.user1()), id(pair.user2()));
    } else {
      assertThat(room).as("room of a pair that did not complete").isEmpty();
      entry
          .members()
          .forEach(
              member -> assertThat(isMatchedBy(member, entry)).isEqualTo(entry.isGone(member)));
    }
    assertThat(heldBy(entry)).as("claims held at the end").isEmpty();
  }

  /** Checks that whoever is left waiting can be matched with somebody else, at their old opt-in. */
  void assertCanBeMatchedAgain(OptIn seeker) {
    assertThat(seekers.waiting(10)).extracting(waiting -> waiting.optIn()).contains(seeker);
    var zoe = seekers.optIn(new SeekerId("zoe" + seeker.userId()), NOW);
    var pair = pair(new CycleId("2026-11-22T09:00:00Z"), seeker, zoe);
    assertThat(protocol().process(pair, Duration.ZERO).status()).isEqualTo(PairStatus.COMPLETED);
  }

  private boolean isMatchedBy(OptIn member, AuditEntry entry) {
    return seekers.status(id(member)).equals("matched")
        && seekers.partner(id(member)).equals(Optional.of(id(entry.partnerOf(member))));
  }

  Set<SeekerId> consumed(AuditEntry entry) {
    return entry.members().stream()
        .filter(
            member ->
                claims.find(List.of(id(member))).stream()
                    .anyMatch(claim -> claim.consumedOptedInAt().equals(member.optedInAt())))
        .map(PairWorld::id)
        .collect(Collectors.toSet());
  }

  private List<SeekerId> heldBy(AuditEntry entry) {
    return claims.find(entry.members().stream().map(PairWorld::id).toList()).stream()
        .filter(claim -> claim.live())
        .map(claim -> claim.userId())
        .toList();
  }

  private static SeekerId id(OptIn optIn) {
    return optIn.userId();
  }
}

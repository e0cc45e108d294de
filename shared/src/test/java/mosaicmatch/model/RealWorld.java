package mosaicmatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.AuditTrail;
import mosaicmatch.audit.EntryDraft;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.claim.Claims;
import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.InMemoryMatchRooms;
import mosaicmatch.nakama.MatchRooms;
import mosaicmatch.pair.PairProtocol;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.traits.InMemoryTraitService;
import mosaicmatch.traits.SeekerRegistry;

/** The real protocol over the ports in memory, in the same small world as a model. */
final class RealWorld {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:30Z");
  private static final Instant FIRST_OPT_IN = Instant.parse("2026-11-22T01:00:00Z");
  private static final Duration FOR_EVER = Duration.ofDays(1000);

  private final Scenario scenario;
  private final PairModel model;
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail(() -> NOW);
  private final InMemoryClaims claims = new InMemoryClaims(trail, () -> NOW);
  final InMemoryTraitService register = new InMemoryTraitService();
  final InMemoryMatchRooms rooms = new InMemoryMatchRooms();

  RealWorld(Scenario scenario, PairModel model) {
    this.scenario = scenario;
    this.model = model;
    for (int seeker = 0; seeker < scenario.seekers(); seeker++) {
      register.optIn(id(seeker), time(1));
    }
  }

  static SeekerId id(int seeker) {
    return new SeekerId(Planned.name(seeker));
  }

  /** When the opt-in of this number was made. */
  static Instant time(int optIn) {
    return FIRST_OPT_IN.plusMillis(optIn - 1);
  }

  static CycleId cycle(int number) {
    return new CycleId("2026-11-22T0%d:00:00Z".formatted(number));
  }

  OptIn optIn(Planned planned, int side) {
    return new OptIn(id(planned.seeker(side)), time(planned.optIn(side)));
  }

  private Planned planned(int pair) {
    return scenario.pairs().get(pair);
  }

  private PairKey key(int pair) {
    return PairKey.of(id(planned(pair).seeker(0)), id(planned(pair).seeker(1)));
  }

  private PlannedPair plannedPair(int pair) {
    var planned = planned(pair);
    return new PlannedPair(
        cycle(planned.cycle()),
        key(pair),
        optIn(planned, 0),
        optIn(planned, 1),
        0.8,
        0.75,
        1,
        0.5,
        1,
        Optional.empty());
  }

  /** An attempt that stands before its claim. */
  SteppedRun attempt(int pair) {
    return new SteppedRun(ports -> protocol(ports).process(plannedPair(pair), FOR_EVER));
  }

  /** A reconciliation that has read the entry. */
  SteppedRun reconciliation(int pair) {
    var entry = entry(pair).orElseThrow();
    return new SteppedRun(ports -> protocol(ports).finishOrAbandon(entry));
  }

  private PairProtocol protocol(SteppedRun.Ports ports) {
    return new PairProtocol(
        ports.stopping(AuditTrail.class, trail),
        ports.stopping(Claims.class, claims),
        ports.stopping(SeekerRegistry.class, register),
        ports.stopping(MatchRooms.class, rooms));
  }

  private Optional<AuditEntry> entry(int pair) {
    return trail.find(cycle(planned(pair).cycle()), key(pair));
  }

  void leaseEnds(int pair) {
    trail.put(EntryDraft.of(entry(pair).orElseThrow()).noLease().at(NOW));
  }

  void missed(Scenario.Miss miss) {
    register.missed(cycle(miss.cycle()), List.of(new OptIn(id(miss.seeker()), time(miss.optIn()))));
  }

  /** What a repair does to a row that lacks its match. */
  void repair(int pair, int side) {
    var planned = planned(pair);
    register.matched(
        optIn(planned, side), id(planned.seeker(1 - side)), cycle(planned.cycle()), key(pair));
  }

  /** Everything that is stored, compared with a state of the model. */
  void assertAgrees(State s) {
    for (int pair = 0; pair < scenario.pairs().size(); pair++) {
      assertThat(toldOfPair(pair)).isEqualTo(toldOfPair(s, pair));
    }
    for (int seeker = 0; seeker < scenario.seekers(); seeker++) {
      assertThat(toldOfSeeker(seeker)).isEqualTo(toldOfSeeker(s, seeker));
      assertThat(toldOfClaim(seeker)).isEqualTo(toldOfClaim(s, seeker));
      assertThat(rooms.notifications(id(seeker))).isEqualTo(notifications(s, seeker));
    }
  }

  private String toldOfPair(int pair) {
    var cycle = cycle(planned(pair).cycle());
    var stored =
        entry(pair)
            .map(
                entry ->
                    entry.status()
                        + told("matched", entry.metadataUpdated())
                        + told("room recorded", entry.roomOpened())
                        + told("leased", entry.attemptLeaseUntil().isAfter(NOW))
                        + told("first gone", entry.isGone(entry.user1()))
                        + told("second gone", entry.isGone(entry.user2())))
            .orElse("ABSENT");
    return planned(pair)
        + " "
        + stored
        + told("open", rooms.room(cycle, key(pair)).isPresent())
        + told("closed", rooms.isClosed(cycle, key(pair)));
  }

  private String toldOfPair(State s, int pair) {
    var ledger = model.ledger;
    return planned(pair)
        + " "
        + ledger.status(s, pair)
        + told("matched", ledger.isMatched(s, pair))
        + told("room recorded", ledger.hasRoom(s, pair))
        + told("leased", ledger.isLeased(s, pair))
        + told("first gone", (ledger.gone(s, pair) & 1) == 1)
        + told("second gone", (ledger.gone(s, pair) & 2) == 2)
        + told("open", model.rooms.rooms(s, pair) == 1)
        + told("closed", model.rooms.isClosed(s, pair));
  }

  private static String told(String what, boolean isSo) {
    return isSo ? ", " + what : "";
  }

  private String toldOfSeeker(int seeker) {
    var standing = register.standing(id(seeker));
    return standing.status()
        + standing.optedInAt().orElseThrow()
        + " missed "
        + standing.missedCycles()
        + told("leaving", standing.leaving())
        + standing.match().map(match -> match.cycleId() + " " + match.pairKey()).orElse("");
  }

  private String toldOfSeeker(State s, int seeker) {
    var register = model.register;
    var standing = register.standing(s, seeker);
    int by = register.matchedBy(s, seeker);
    boolean isMatched = standing == Register.Standing.MATCHED;
    return standing.toString().toLowerCase(Locale.ROOT)
        + time(register.optIn(s, seeker))
        + " missed "
        + register.missedCycles(s, seeker)
        + told("leaving", register.isLeaving(s, seeker))
        + (isMatched ? cycle(planned(by).cycle()) + " " + key(by) : "");
  }

  private String toldOfClaim(int seeker) {
    return claims.find(List.of(id(seeker))).stream()
        .map(
            claim ->
                claim.consumedOptedInAt()
                    + told("live", claim.live())
                    + claim.pairKey().map(pair -> claim.cycleId().orElseThrow() + " " + pair))
        .findFirst()
        .orElse("none");
  }

  private String toldOfClaim(State s, int seeker) {
    var ledger = model.ledger;
    int holder = ledger.holder(s, seeker);
    int consumed = ledger.consumed(s, seeker);
    if (!wasEverHeld(s, seeker)) {
      return "none";
    }
    return (consumed == 0 ? Instant.EPOCH : time(consumed))
        + told("live", ledger.isLive(s, seeker))
        + Optional.of(cycle(planned(holder).cycle()) + " " + key(holder));
  }

  private boolean wasEverHeld(State s, int seeker) {
    return IntStream.range(0, scenario.pairs().size())
        .filter(pair -> planned(pair).seeker(0) == seeker || planned(pair).seeker(1) == seeker)
        .mapToObj(pair -> model.ledger.status(s, pair))
        .anyMatch(status -> status != Ledger.Status.ABSENT && status != Ledger.Status.SUPERSEDED);
  }

  private int notifications(State s, int seeker) {
    int seen = 0;
    for (int pair = 0; pair < scenario.pairs().size(); pair++) {
      var planned = planned(pair);
      if (planned.seeker(0) == seeker || planned.seeker(1) == seeker) {
        seen += model.rooms.notifications(s, pair);
      }
    }
    return seen;
  }
}

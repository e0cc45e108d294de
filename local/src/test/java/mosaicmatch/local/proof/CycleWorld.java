package mosaicmatch.local.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mosaicmatch.audit.InMemoryAuditTrail;
import mosaicmatch.claim.InMemoryClaims;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.cycle.HandDrivenClock;
import mosaicmatch.lock.InMemoryCycleLock;
import mosaicmatch.lockfn.Executions;
import mosaicmatch.nakama.InMemoryMatchRooms;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.Plan;
import mosaicmatch.plan.PlanDraft;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.plan.QuickPlanStore;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import mosaicmatch.record.InMemoryCycleRecords;
import mosaicmatch.traits.InMemoryTraitService;
import mosaicmatch.traits.SeekerRegistry;

/** All that a cycle reads and changes, and the people in it. */
final class CycleWorld {

  static final CycleId EARLIER = new CycleId("2026-11-22T01:00:00Z");
  static final CycleId CYCLE = new CycleId("2026-11-22T02:00:00Z");
  static final CycleId NEXT = new CycleId("2026-11-22T04:00:00Z");

  private static final Duration LEASE = Duration.ofSeconds(300);
  private static final Duration SKEW = Duration.ofSeconds(5);

  final HandDrivenClock clock = new HandDrivenClock();
  final InMemoryCycleLock lock = new InMemoryCycleLock(clock, LEASE, SKEW);
  final InMemoryCycleRecords records = new InMemoryCycleRecords(clock);
  final QuickPlanStore store = new QuickPlanStore();
  final InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
  final InMemoryClaims claims = new InMemoryClaims(trail, clock);
  final InMemoryTraitService traits = new InMemoryTraitService();
  final InMemoryMatchRooms rooms = new InMemoryMatchRooms();

  /** How executions stand, by ARN; the state machines of a run tell it. */
  final Map<String, Executions.Standing> standings = new HashMap<>();

  final Executions executions =
      arn -> standings.getOrDefault(arn, new Executions.Standing(false, 0));

  /** Everybody's first opt-in. */
  final Map<String, OptIn> optIns = new HashMap<>();

  /** Pairs of people who blocked each other. */
  final Set<PairKey> keptApart = new HashSet<>();

  private Consumer<String> listener = _ -> {};
  private final List<Meanwhile> meanwhile = new ArrayList<>();

  /** What people do right after somebody was matched. */
  interface Meanwhile {
    void afterMatching(OptIn seeker);
  }

  /** Somebody who waits since so many minutes, with an embedding. */
  OptIn waits(String name, int minutes, float... vector) {
    var optIn = traits.optIn(id(name), clock.instant().minus(Duration.ofMinutes(minutes)));
    traits.vector(optIn.userId(), vector);
    optIns.put(name, optIn);
    return optIn;
  }

  /** One of them blocks the other. */
  void blocks(String one, String other) {
    traits.exclude(id(one), id(other));
    keptApart.add(key(one, other));
  }

  /** Something happens right after this person is first matched. */
  void afterMatching(String name, Runnable event) {
    boolean[] happened = new boolean[1];
    meanwhile.add(
        seeker -> {
          if (seeker.userId().equals(id(name)) && !happened[0]) {
            happened[0] = true;
            event.run();
          }
        });
  }

  /** The register, in which what happens meanwhile happens. */
  SeekerRegistry registry() {
    return meanwhile.isEmpty() ? traits : new EventfulRegistry(traits, List.copyOf(meanwhile));
  }

  /** A pair as a plan of this cycle would have it. */
  PlannedPair pair(CycleId cycle, String one, String other) {
    return new PlannedPair(
        cycle,
        key(one, other),
        optIns.get(one),
        optIns.get(other),
        0.8,
        0.75,
        1,
        0.5,
        1,
        Optional.empty());
  }

  /** The plan of an earlier cycle, adopted by its record. */
  Plan planned(Cycle cycle, PlannedPair... pairs) {
    records.open(cycle);
    var draft =
        new PlanDraft(
            cycle.id(),
            "none",
            clock.instant(),
            "priority-greedy/1",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(pairs),
            List.of());
    var adopted = new AdoptedPlan(store.writePlan(draft), draft.algorithm(), draft.settings());
    return records.adoptPlan(cycle.id(), adopted).plan();
  }

  static SeekerId id(String name) {
    return new SeekerId(name);
  }

  static PairKey key(String one, String other) {
    return PairKey.of(id(one), id(other));
  }

  /** What Step Functions itself reads of the cycle's files. */
  <T> List<T> read(Stream<T> lines) {
    try (lines) {
      return lines.toList();
    }
  }

  /** Where to tell what happens beside the calls. */
  void tellsTo(Consumer<String> whoever) {
    listener = whoever;
  }

  void told(String what) {
    listener.accept(what);
  }
}

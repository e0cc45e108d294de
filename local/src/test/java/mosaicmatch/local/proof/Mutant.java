package mosaicmatch.local.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.EntryDraft;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlanStore;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.Breaking;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import mosaicmatch.record.CycleRecords;
import mosaicmatch.traits.MatchAnswer;
import mosaicmatch.traits.SeekerRegistry;

/** Protections, each of which can be taken away, and the promise that is broken without it. */
@SuppressWarnings("unchecked")
enum Mutant {
  MATCH_IS_NOT_DECIDED_BY_THE_REGISTER(
      "3:", "matched", (world, real, arguments) -> new MatchAnswer.Matched()),
  MISSED_IS_COUNTED_EACH_TIME(
      "4:",
      "missed",
      (world, real, arguments) -> {
        var time = CycleId.ofManualStart(world.clock.instant());
        return ((SeekerRegistry) real).missed(time, (List<OptIn>) arguments[1]);
      }),
  PAIRS_THAT_WERE_NEVER_CLAIMED_ARE_NOT_COLLECTED(
      "4:",
      "pairs",
      (world, real, arguments) -> {
        Set<PairKey> begun =
            world.trail.entriesOf(CycleWorld.CYCLE).stream()
                .map(AuditEntry::pairKey)
                .collect(Collectors.toSet());
        Stream<PlannedPair> pairs = ((PlanStore) real).pairs((String) arguments[0]);
        return pairs.filter(pair -> begun.contains(pair.pairKey()));
      }),
  FAILED_EXECUTION_KEEPS_ITS_LOCK("7:", "releaseFor", (world, real, arguments) -> true),
  CLOSED_CYCLE_KEEPS_ITS_LOCK("7:", "release", (world, real, arguments) -> true),
  CLAIM_HAS_NO_CONDITION(
      "1:",
      "claim",
      (world, real, arguments) -> {
        var pair = (PlannedPair) arguments[0];
        world.claims.drop(pair.user1().userId());
        world.claims.drop(pair.user2().userId());
        return Breaking.GO_ON;
      }),
  NOTHING_IS_VOIDED("4:", "voidMatch", (world, real, arguments) -> null),
  CLAIM_LOOKS_AT_THE_PAIR_WITHOUT_THE_CYCLE(
      "1:",
      "claim",
      (world, real, arguments) -> {
        var pair = (PlannedPair) arguments[0];
        for (var member : Set.of(pair.user1().userId(), pair.user2().userId())) {
          if (isHeldBy(world, member, pair.pairKey())) {
            world.claims.drop(member);
          }
        }
        return Breaking.GO_ON;
      }),
  MATCHED_IS_NO_COMPARE_AND_SET(
      "6:",
      "matched",
      (world, real, arguments) -> {
        var seeker = (OptIn) arguments[0];
        if (!world.traits.status(seeker.userId()).equals("matched")) {
          world.traits.forceBack(seeker.userId(), seeker.optedInAt());
        }
        return Breaking.GO_ON;
      }),
  PLAN_IS_NOT_ADOPTED(
      "5:",
      "adoptPlan",
      (world, real, arguments) -> {
        ((CycleRecords) real).adoptPlan((CycleId) arguments[0], (AdoptedPlan) arguments[1]);
        return arguments[1];
      }),
  LOCK_IS_RELEASED_WITHOUT_ITS_FENCE(
      "7:",
      "release",
      (world, real, arguments) -> {
        world
            .lock
            .state()
            .ifPresent(
                held ->
                    held.owner()
                        .ifPresent(
                            owner ->
                                world.lock.release(
                                    new Cycle(
                                        ((Cycle) arguments[0]).id(),
                                        owner,
                                        held.redriveCount(),
                                        held.fence(),
                                        false))));
        return true;
      }),
  ROOM_IS_RECORDED_WITHOUT_A_CONDITION(
      "3:",
      "recordRoom",
      (world, real, arguments) ->
          world.trail.put(
              EntryDraft.of((AuditEntry) arguments[0])
                  .room((MatchRoom) arguments[1])
                  .at(world.clock.instant()))),
  ROOM_IS_OPENED_BEFORE_THE_MATCH_IS_RECORDED(
      "4:",
      "recordMatched",
      (world, real, arguments) ->
          EntryDraft.of((AuditEntry) arguments[0]).matched().at(world.clock.instant())),
  FAILING_IS_NOT_RECORDED(
      "3:",
      "beginFailing",
      (world, real, arguments) ->
          EntryDraft.of((AuditEntry) arguments[0])
              .status(PairStatus.FAILING)
              .gone((Set<SeekerId>) arguments[1])
              .at(world.clock.instant()));

  /** Those that a single run notices, at the latest with one fault. */
  static final Set<Mutant> OF_ONE_RUN =
      EnumSet.range(MATCH_IS_NOT_DECIDED_BY_THE_REGISTER, NOTHING_IS_VOIDED);

  /** Those that executors notice which meet. */
  static final Set<Mutant> OF_A_MEETING = EnumSet.range(NOTHING_IS_VOIDED, FAILING_IS_NOT_RECORDED);

  /** What a method does instead, without the protection. */
  private interface Instead {
    Object run(CycleWorld world, Object real, Object[] arguments);
  }

  /** How the broken promise is told. */
  final String promise;

  private final String method;
  private final Instead instead;

  Mutant(String promise, String method, Instead instead) {
    this.promise = promise;
    this.method = method;
    this.instead = instead;
  }

  /** The ports without the protection. */
  Wrapping in(CycleWorld world) {
    return Breaking.the(method, (real, arguments) -> instead.run(world, real, arguments));
  }

  private static boolean isHeldBy(CycleWorld world, SeekerId member, PairKey pair) {
    return world.claims.find(Set.of(member)).stream()
        .anyMatch(claim -> claim.live() && claim.pairKey().equals(Optional.of(pair)));
  }
}

package mosaicmatch.local.proof;

import java.util.Optional;
import java.util.Set;
import mosaicmatch.audit.AuditEntry;
import mosaicmatch.audit.EntryDraft;
import mosaicmatch.audit.PairStatus;
import mosaicmatch.cycle.Cycle;
import mosaicmatch.cycle.CycleId;
import mosaicmatch.nakama.MatchRoom;
import mosaicmatch.plan.PairKey;
import mosaicmatch.plan.PlannedPair;
import mosaicmatch.pool.OptIn;
import mosaicmatch.pool.SeekerId;
import mosaicmatch.proof.Breaking;
import mosaicmatch.proof.Wrapping;
import mosaicmatch.record.CycleRecord.AdoptedPlan;
import mosaicmatch.record.CycleRecords;

/** Protections that keep executors apart, each of which can be taken away. */
enum ScheduleMutants {
  CLAIM_LOOKS_AT_THE_PAIR_WITHOUT_THE_CYCLE("1:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "claim",
          (real, arguments) -> {
            var pair = (PlannedPair) arguments[0];
            for (var member : Set.of(pair.user1().userId(), pair.user2().userId())) {
              if (isHeldBy(world, member, pair.pairKey())) {
                world.claims.drop(member);
              }
            }
            return Breaking.GO_ON;
          });
    }
  },
  MATCHED_IS_NO_COMPARE_AND_SET("6:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "matched",
          (real, arguments) -> {
            var seeker = (OptIn) arguments[0];
            if (!world.traits.status(seeker.userId()).equals("matched")) {
              world.traits.forceBack(seeker.userId(), seeker.optedInAt());
            }
            return Breaking.GO_ON;
          });
    }
  },
  NOTHING_IS_VOIDED("4:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the("voidMatch", (real, arguments) -> null);
    }
  },
  PLAN_IS_NOT_ADOPTED("5:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "adoptPlan",
          (real, arguments) -> {
            ((CycleRecords) real).adoptPlan((CycleId) arguments[0], (AdoptedPlan) arguments[1]);
            return arguments[1];
          });
    }
  },
  LOCK_IS_RELEASED_WITHOUT_ITS_FENCE("7:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "release",
          (real, arguments) -> {
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
          });
    }
  },
  ROOM_IS_RECORDED_WITHOUT_A_CONDITION("3:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "recordRoom",
          (real, arguments) ->
              world.trail.put(
                  EntryDraft.of((AuditEntry) arguments[0])
                      .room((MatchRoom) arguments[1])
                      .at(world.clock.instant())));
    }
  },
  ROOM_IS_OPENED_BEFORE_THE_MATCH_IS_RECORDED("4:") {
    @Override
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "recordMatched",
          (real, arguments) ->
              EntryDraft.of((AuditEntry) arguments[0]).matched().at(world.clock.instant()));
    }
  },
  FAILING_IS_NOT_RECORDED("3:") {
    @Override
    @SuppressWarnings("unchecked")
    Wrapping in(CycleWorld world) {
      return Breaking.the(
          "beginFailing",
          (real, arguments) ->
              EntryDraft.of((AuditEntry) arguments[0])
                  .status(PairStatus.FAILING)
                  .gone((Set<SeekerId>) arguments[1])
                  .at(world.clock.instant()));
    }
  };

  /** How the broken promise is told. */
  final String promise;

  ScheduleMutants(String promise) {
    this.promise = promise;
  }

  /** The ports without the protection. */
  abstract Wrapping in(CycleWorld world);

  private static boolean isHeldBy(CycleWorld world, SeekerId member, PairKey pair) {
    return world.claims.find(Set.of(member)).stream()
        .anyMatch(claim -> claim.live() && claim.pairKey().equals(Optional.of(pair)));
  }
}
